/// What was seen of one application protocol.
package struct ApplicationSummary: Sendable {
  /// A field that is counted, and its values.
  package struct Field: Sendable {
    /// Wireshark's display-filter name, "ssh.protocol".
    package var name: String
    package var title: String
    /// Most frequent first.
    package var values: Ranked<Tally>

    package init(name: String, title: String, values: Ranked<Tally>) {
      self.name = name
      self.title = title
      self.values = values
    }
  }

  /// Wireshark's display-filter name, "ssh".
  package var protocolName: String
  /// "SSH".
  package var name: String
  package var conversations: UInt64
  /// Of these conversations, whole.
  package var packets: UInt64
  package var bytes: UInt64
  /// Only those with a value.
  package var fields: [Field]

  package init(
    protocolName: String, name: String, conversations: UInt64, packets: UInt64, bytes: UInt64,
    fields: [Field] = []
  ) {
    self.protocolName = protocolName
    self.name = name
    self.conversations = conversations
    self.packets = packets
    self.bytes = bytes
    self.fields = fields
  }
}
