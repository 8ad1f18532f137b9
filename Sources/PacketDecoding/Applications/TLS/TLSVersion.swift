/// A version of SSL or TLS, as it is written in records and hellos (RFC 8446 section 4.2.1).
package struct TLSVersion: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  @inlinable
  package static func == (left: TLSVersion, right: TLSVersion) -> Bool {
    left.rawValue == right.rawValue
  }

  package static let ssl2 = TLSVersion(rawValue: 0x0002)
  package static let ssl3 = TLSVersion(rawValue: 0x0300)
  package static let tls10 = TLSVersion(rawValue: 0x0301)
  package static let tls11 = TLSVersion(rawValue: 0x0302)
  package static let tls12 = TLSVersion(rawValue: 0x0303)
  package static let tls13 = TLSVersion(rawValue: 0x0304)
  package static let dtls10 = TLSVersion(rawValue: 0xFEFF)
  /// What OpenSSL sent before there was a standard.
  static let beforeDTLS = TLSVersion(rawValue: 0x0100)
  package static let dtls12 = TLSVersion(rawValue: 0xFEFD)
  package static let dtls13 = TLSVersion(rawValue: 0xFEFC)

  /// Whether it is TLS 1.3 or one of its drafts, in which the server's hello ends the clear text.
  package var isTLS13: Bool {
    self == .tls13 || self == .dtls13 || rawValue >> 8 == 0x7F || rawValue >> 8 == 0xFB
  }

  /// Whether it must not be used any more (RFC 6176, RFC 7568, RFC 8996).
  package var isDeprecated: Bool { self < .tls12 }

  /// The names of all that must not be used any more.
  package static let deprecatedNames: Set<String> = Set(
    [ssl2, ssl3, tls10, tls11, dtls10, beforeDTLS].map(\.description))
}

extension TLSVersion: Comparable {
  /// Drafts of TLS 1.3 are between TLS 1.2 and TLS 1.3.
  package static func < (left: TLSVersion, right: TLSVersion) -> Bool {
    (left.order, left.rawValue) < (right.order, right.rawValue)
  }

  private var order: UInt16 {
    switch self {
    case .tls13, .dtls13: 0x0305
    case _ where isTLS13: 0x0304
    case .dtls12: 0x0303
    case .dtls10: 0x0302
    default: rawValue
    }
  }
}

extension TLSVersion: CustomStringConvertible {
  package var description: String {
    switch self {
    case .ssl2: "SSL 2.0"
    case .ssl3: "SSL 3.0"
    case .tls10: "TLS 1.0"
    case .tls11: "TLS 1.1"
    case .tls12: "TLS 1.2"
    case .tls13: "TLS 1.3"
    case _ where rawValue >> 8 == 0x7F: "TLS 1.3 (draft \(rawValue & 0xFF))"
    case .dtls10: "DTLS 1.0"
    case .beforeDTLS: "DTLS before 1.0"
    case .dtls12: "DTLS 1.2"
    case .dtls13: "DTLS 1.3"
    default: "0x" + TLSNumber.hexadecimal(rawValue)
    }
  }
}
