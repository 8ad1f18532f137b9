/// What a parser says of a message.
package struct ApplicationNotes: Sendable {
  /// A field and one value of it.
  package struct Value: Hashable, Sendable {
    package let field: ApplicationField
    package let text: String

    package init(field: ApplicationField, text: String) {
      self.field = field
      self.text = text
    }
  }

  /// A value and how often it was seen, or the amount that it stands for.
  package struct Tally: Sendable {
    package let value: Value
    package let times: UInt64
  }

  /// A name that a message gives to an address.
  package struct HostName: Sendable {
    package let address: IPAddress
    package let name: String
  }

  /// A flow between the same two hosts that a message announces.
  package struct Announcement: Sendable {
    package let application: ProtocolID
    /// One of its ports; the other may be any.
    package let port: UInt16
    /// What the payload types of RTP mean there.
    package let formats: [RTPFormat]
  }

  /// Who sent the message.
  package private(set) var source = IPAddress.none
  package private(set) var destination = IPAddress.none
  package private(set) var sourcePort: UInt16 = 0
  package private(set) var destinationPort: UInt16 = 0
  /// In nanoseconds since 1970.
  package private(set) var time: Int64 = 0
  /// Whether a line for the list of packets is wanted.
  private var isTold = true

  package private(set) var values: [Tally] = []
  package private(set) var hostNames: [HostName] = []
  package private(set) var announcements: [Announcement] = []
  package private(set) var leases: [AddressLease] = []
  package private(set) var hostConfigurations: [DHCPMessage] = []
  package private(set) var signs: [ApplicationSign] = []
  /// A line for the list of packets.
  package var info: String?
  /// What the messages carry in turn, from the outside in: SMB in a datagram of NetBIOS.
  package private(set) var inner = ProtocolPath()
  /// What the flow carries from the next segment on; ``ProtocolID/none`` is to be found out.
  package var becomes: ProtocolID?

  /// Values, names and announcements in one segment, at most.
  private static let limit = 1000

  package init() {}

  /// Begins to take notes of a message.
  package mutating func begin(
    source: IPAddress, sourcePort: UInt16, destination: IPAddress, destinationPort: UInt16,
    time: Int64, isTold: Bool
  ) {
    self.source = source
    self.sourcePort = sourcePort
    self.destination = destination
    self.destinationPort = destinationPort
    self.time = time
    self.isTold = isTold
  }

  /// Forgets all, but keeps the memory for what comes next.
  package mutating func removeAll() {
    if !values.isEmpty { values.removeAll(keepingCapacity: true) }
    if !hostNames.isEmpty { hostNames.removeAll() }
    if !announcements.isEmpty { announcements.removeAll() }
    if !leases.isEmpty { leases.removeAll() }
    if !hostConfigurations.isEmpty { hostConfigurations.removeAll() }
    if !signs.isEmpty { signs.removeAll() }
    if info != nil { info = nil }
    inner = ProtocolPath()
    becomes = nil
  }

  /// Counts one value of a field; text of packets comes through ``PrintableText``.
  package mutating func count(_ field: ApplicationField, _ text: String, times: UInt64 = 1) {
    guard values.count < Self.limit else { return }
    values.append(Tally(value: Value(field: field, text: text), times: times))
  }

  package mutating func name(_ address: IPAddress, _ name: String) {
    guard hostNames.count < Self.limit, !name.isEmpty else { return }
    hostNames.append(HostName(address: address, name: name))
  }

  /// Says that the two hosts will speak `application` with one of them on `port`.
  package mutating func announce(
    _ application: ProtocolID, port: UInt16, formats: [RTPFormat] = []
  ) {
    guard announcements.count < Self.limit else { return }
    announcements.append(
      Announcement(application: application, port: port, formats: formats))
  }

  /// Says what a message is, for the list of packets, unless one before it in the segment did.
  mutating func describe(_ text: @autoclosure () -> String) {
    if info == nil { redescribe(text()) }
  }

  /// Says the same in place of what was said before.
  mutating func redescribe(_ text: @autoclosure () -> String) {
    if isTold { info = text() }
  }

  /// Says what became of an address that is given for a while.
  package mutating func note(_ lease: AddressLease) {
    guard leases.count < Self.limit else { return }
    leases.append(lease)
  }

  /// Keeps a message of DHCP for who follows questions to their answers.
  package mutating func note(_ message: DHCPMessage) {
    guard hostConfigurations.count < Self.limit else { return }
    hostConfigurations.append(message)
  }

  package mutating func note(_ sign: ApplicationSign) {
    guard signs.count < Self.limit else { return }
    signs.append(sign)
  }

  /// Says that a password came in clear text, which goes no further than here.
  package mutating func credential(_ kind: CredentialKind) { note(.credential(kind)) }

  /// Says that a message carries another protocol, which ends the path of the packet.
  package mutating func carries(_ application: ProtocolID) {
    if inner.last != application { inner.append(application) }
  }

  /// True if nothing was noted.
  package var isEmpty: Bool {
    values.isEmpty && hostNames.isEmpty && announcements.isEmpty && leases.isEmpty && info == nil
      && becomes == nil && signs.isEmpty
  }
}
