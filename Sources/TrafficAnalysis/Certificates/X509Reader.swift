import PacketDecoding
import SwiftASN1
import X509

/// Reads certificates in DER field by field, so that a key or a name of an unusual kind costs nothing but
/// itself (RFC 5280 section 4.1).
enum X509Reader {
  /// Alternative names that are kept of one certificate.
  private static let nameLimit = 64

  static func read(_ der: [UInt8]) -> X509Content {
    var content = X509Content()
    guard let root = try? DER.parse(der), let toBeSigned = root.children.first else {
      return content
    }
    var fields = toBeSigned.children[...]
    // The version is there only if it is not the first.
    if fields.first?.isTagged(0) == true { fields = fields.dropFirst() }
    let names = Array(fields)
    guard names.count >= 6 else { return content }
    content.serialNumber = names[0].integerBytes.map { ($0.isEmpty ? [0] : $0).hexadecimal }
    content.signatureAlgorithm = X509Algorithm.signature(names[1])
    content.issuer = X509Name.text(of: names[2])
    let validity = names[3].children
    content.notBefore = validity.first.flatMap { X509Time($0) }
    content.notAfter = validity.dropFirst().first.flatMap { X509Time($0) }
    content.subject = X509Name.text(of: names[4])
    content.commonName = X509Name.commonName(of: names[4])
    (content.keyType, content.keyBits) = X509Algorithm.key(names[5])
    content.isSelfSigned =
      names[2].encodedBytes == names[4].encodedBytes && isSigned(byItself: root)
    let extensions = names.dropFirst(6).first { $0.isTagged(3) }?.children.first?.children ?? []
    for node in extensions { read(node, into: &content) }
    return content
  }

  /// False only where the signature can be verified and is not its own.
  private static func isSigned(byItself root: ASN1Node) -> Bool {
    guard let certificate = try? Certificate(derEncoded: root) else { return true }
    return certificate.publicKey.isValidSignature(certificate.signature, for: certificate)
  }

  private static func read(_ node: ASN1Node, into content: inout X509Content) {
    guard let found = try? Certificate.Extension(derEncoded: node) else { return }
    if let names = try? SubjectAlternativeNames(found) {
      let texts = names.compactMap { X509Name.text(of: $0) }
      content.alternativeNames = texts.prefix(nameLimit).map { bounded($0) }
      content.alternativeNameCount = texts.count
    } else if case .isCertificateAuthority? = try? BasicConstraints(found) {
      content.isAuthority = true
    }
  }
}

extension ASN1Node {
  /// What a constructed node holds.
  var children: [ASN1Node] {
    guard case .constructed(let nodes) = content else { return [] }
    return Array(nodes)
  }

  /// The bytes of a node that holds no others.
  var bytes: ArraySlice<UInt8>? {
    guard case .primitive(let bytes) = content else { return nil }
    return bytes
  }

  /// The bytes of an integer without zeros in front.
  var integerBytes: ArraySlice<UInt8>? {
    guard identifier == .integer else { return nil }
    return bytes?.drop { $0 == 0 }
  }

  func isTagged(_ number: UInt) -> Bool {
    identifier == ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific)
  }
}

extension X509Time {
  init?(_ node: ASN1Node) {
    if let time = try? UTCTime(derEncoded: node) {
      self.init(
        year: time.year, month: time.month, day: time.day, hours: time.hours,
        minutes: time.minutes, seconds: time.seconds)
    } else if let time = try? GeneralizedTime(derEncoded: node) {
      self.init(
        year: time.year, month: time.month, day: time.day, hours: time.hours,
        minutes: time.minutes, seconds: time.seconds)
    } else {
      return nil
    }
  }
}
