/// What a DNS message is for (IANA "DNS OpCodes"), four bits wide.
package struct DNSOpcode: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  @inlinable
  package static func == (left: DNSOpcode, right: DNSOpcode) -> Bool {
    left.rawValue == right.rawValue
  }

  package static let query = DNSOpcode(rawValue: 0)
}

extension DNSOpcode: CustomStringConvertible {
  /// The IANA name in capitals, or `OPCODE` and the number.
  package var description: String {
    switch rawValue {
    case 0: "QUERY"
    case 1: "IQUERY"
    case 2: "STATUS"
    case 4: "NOTIFY"
    case 5: "UPDATE"
    case 6: "DSO"
    default: "OPCODE\(rawValue)"
    }
  }
}
