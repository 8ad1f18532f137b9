/// A cipher suite (IANA "TLS Cipher Suites").
package struct TLSCipherSuite: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// How the two ends agree on a key before TLS 1.3.
  enum KeyAgreement { case ellipticCurve, finiteField, other }

  /// With whether a hint at a shared key precedes it (RFC 4279 section 3, RFC 5489 section 2).
  var keyAgreement: (kind: KeyAgreement, hasHint: Bool) {
    let name = description
    guard let end = name.range(ofFirst: "_WITH_") else { return (.other, false) }
    let method = name[..<end]
    let hasHint = method.hasSuffix("PSK")
    if method.hasPrefix("TLS_ECDHE") || method == "TLS_ECDH_anon" {
      return (.ellipticCurve, hasHint)
    }
    let isFinite =
      method.hasPrefix("TLS_DHE") || method == "TLS_DH_anon" || method == "TLS_DH_anon_EXPORT"
    return (isFinite ? .finiteField : .other, hasHint)
  }
}

extension TLSCipherSuite: CustomStringConvertible {
  /// The IANA name, or `0x` and four digits.
  package var description: String { Self.names[rawValue] ?? "0x" + TLSNumber.hexadecimal(rawValue) }
}

extension String {
  /// Where `text` begins for the first time.
  fileprivate func range(ofFirst text: String) -> Index? {
    indices.first { self[$0...].hasPrefix(text) }
  }
}
