/// What a DHCPv6 message is for (IANA "DHCPv6 Message Types").
package struct DHCPv6MessageType: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let advertise = DHCPv6MessageType(rawValue: 2)
  package static let reply = DHCPv6MessageType(rawValue: 7)
  package static let release = DHCPv6MessageType(rawValue: 8)
  package static let decline = DHCPv6MessageType(rawValue: 9)

  /// A message inside a message, from or to a relay agent.
  var isRelayed: Bool { rawValue == 12 || rawValue == 13 }
  var isFromServer: Bool { self == .advertise || self == .reply || rawValue == 10 }
}

extension DHCPv6MessageType: CustomStringConvertible {
  private static let names = [
    "Solicit", "Advertise", "Request", "Confirm", "Renew", "Rebind", "Reply", "Release", "Decline",
    "Reconfigure", "Information-request", "Relay-forw", "Relay-reply", "Leasequery",
    "Leasequery-reply", "Leasequery-done", "Leasequery-data",
  ]

  /// Wireshark's word, or "Message" and the number.
  package var description: String {
    Self.names.indices.contains(Int(rawValue) - 1)
      ? Self.names[Int(rawValue) - 1] : "Message \(rawValue)"
  }
}
