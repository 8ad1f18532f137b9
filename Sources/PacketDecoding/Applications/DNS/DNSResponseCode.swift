/// How a DNS query ended (IANA "DNS RCODEs"), with the EDNS bits, 12 bits wide.
package struct DNSResponseCode: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  @inlinable
  package static func == (left: DNSResponseCode, right: DNSResponseCode) -> Bool {
    left.rawValue == right.rawValue
  }

  package static let noError = DNSResponseCode(rawValue: 0)
  package static let formatError = DNSResponseCode(rawValue: 1)
  package static let serverFailure = DNSResponseCode(rawValue: 2)
  package static let nameError = DNSResponseCode(rawValue: 3)
  package static let refused = DNSResponseCode(rawValue: 5)
}

extension DNSResponseCode: CustomStringConvertible {
  private static let names = [
    "NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED", "YXDOMAIN", "YXRRSET",
    "NXRRSET", "NOTAUTH", "NOTZONE", "DSOTYPENI",
  ]
  private static let extendedNames = [
    "BADVERS", "BADKEY", "BADTIME", "BADMODE", "BADNAME", "BADALG", "BADTRUNC", "BADCOOKIE",
  ]

  /// The IANA name in capitals, or `RCODE` and the number.
  package var description: String {
    switch Int(rawValue) {
    case let value where value < Self.names.count: Self.names[value]
    case let value where (16...23).contains(value): Self.extendedNames[value - 16]
    default: "RCODE\(rawValue)"
    }
  }
}
