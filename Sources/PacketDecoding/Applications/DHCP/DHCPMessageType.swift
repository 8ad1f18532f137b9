/// What a DHCP message is for (IANA "DHCP Message Type 53 Values").
package struct DHCPMessageType: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  @inlinable
  package static func == (left: DHCPMessageType, right: DHCPMessageType) -> Bool {
    left.rawValue == right.rawValue
  }

  package static let discover = DHCPMessageType(rawValue: 1)
  package static let offer = DHCPMessageType(rawValue: 2)
  package static let ack = DHCPMessageType(rawValue: 5)
  package static let nak = DHCPMessageType(rawValue: 6)
  package static let release = DHCPMessageType(rawValue: 7)
  package static let inform = DHCPMessageType(rawValue: 8)
}

extension DHCPMessageType: CustomStringConvertible {
  private static let names = [
    "Discover", "Offer", "Request", "Decline", "ACK", "NAK", "Release", "Inform", "Force renew",
    "Lease query", "Lease unassigned", "Lease unknown", "Lease active", "Bulk lease query",
    "Lease query done", "Active lease query", "Lease query status", "TLS",
  ]

  /// Wireshark's word, or "Message" and the number.
  package var description: String {
    Self.names.indices.contains(Int(rawValue) - 1)
      ? Self.names[Int(rawValue) - 1] : "Message \(rawValue)"
  }
}
