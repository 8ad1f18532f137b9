/// What a certificate says (RFC 5280 section 4.1); what could not be read is nil or empty.
package struct X509Content: Hashable, Sendable {
  /// "CN=press.example,O=Press" (RFC 4514).
  package var subject: String?
  package var issuer: String?
  /// The subject's common name.
  package var commonName: String?
  /// In hexadecimal.
  package var serialNumber: String?
  /// Names and addresses that it is for, of which the first are kept.
  package var alternativeNames: [String] = []
  package var alternativeNameCount = 0
  package var notBefore: X509Time?
  package var notAfter: X509Time?
  /// "RSA", "EC P-256", "Ed25519".
  package var keyType: String?
  package var keyBits: Int?
  /// "SHA-256 with RSA".
  package var signatureAlgorithm: String?
  /// Whether it names itself as its issuer and, where that can be verified, signed itself.
  package var isSelfSigned = false
  package var isAuthority = false

  package init() {}

  /// False, too, where that is not known: for a clock that was never set, for one.
  package func isOutsideValidity(at nanoseconds: Int64) -> Bool {
    guard nanoseconds >= Self.firstCertificates, let notBefore, let notAfter else { return false }
    return !(notBefore.seconds...max(notBefore.seconds, notAfter.seconds))
      .contains(nanoseconds / 1_000_000_000)
  }

  /// 1995, when SSL came up.
  private static let firstCertificates: Int64 = 788_918_400_000_000_000
}
