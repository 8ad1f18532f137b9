import TrafficAnalysis
package import Wording

/// The key or the signature of a certificate can be broken.
package enum WeakCertificate: FindingRule {
  package static let id = "certificate-weak"
  package static let title: Phrase = "A certificate is weak"
  package static let group = FindingGroup.security
  package static let definition = """
    Certificates that servers sent with a key of too few bits, or a signature with MD2, MD5 or SHA-1. \
    What signed itself proves nothing by its signature, and a root of the chain is not looked at. MD2, \
    MD5 and keys of less than half the bits are an error.
    """
  package static let advice: Phrase =
    "Replace it by one with an RSA key of 2048 bits or an EC key of 256, signed with SHA-256."
  package static let source =
    "NIST SP 800-131A; CA/Browser Forum Baseline Requirements section 6.1.5"
  static let rsa = Threshold(id, "rsa", 2048, .bits, "of an RSA or DSA key, fewer than")
  static let curve = Threshold(id, "ec", 224, .bits, "of an EC key, fewer than")
  package static let thresholds = [rsa, curve]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.certificates.flatMap { certificate -> [Finding] in
      let content = certificate.content
      let isOwn = certificate.chainPosition == 0
      guard !certificate.isFromClient, isOwn || !content.isSelfSigned,
        let weakness = weakness(of: content, context)
      else { return [] }
      return certificate.uses.map { use in
        Finding(
          Self.self, weakness.isBroken ? .error : .warning,
          subject: certificate.subject(of: use),
          detail: "\(certificate.nameOfKind) has \(weakness.text).",
          measured: Double(content.keyBits ?? 0), threshold: weakness.bound, unit: .bits,
          packets: use.firstPacket > 0 ? [use.firstPacket] : [],
          filter: certificate.filter(of: use))
      }
    }.oneEach()
  }

  private typealias Weakness = (text: Phrase, bound: Double, isBroken: Bool)

  private static func weakness(of content: X509Content, _ context: FindingContext) -> Weakness? {
    let type = content.keyType ?? ""
    let bound = context[type.hasPrefix("EC ") ? curve : rsa]
    let hasBits = ["RSA", "RSA-PSS", "DSA"].contains(type) || type.hasPrefix("EC ")
    var texts: [Phrase] = []
    var isBroken = false
    if hasBits, let bits = content.keyBits, bits > 0, Double(bits) < bound {
      texts.append("a key of \(type) with \(bits) bits")
      isBroken = Double(bits) < bound / 2
    }
    if !content.isSelfSigned, let signature = content.signatureAlgorithm,
      ["MD2", "MD5", "SHA-1"].contains(where: { signature.hasPrefix($0 + " ") })
    {
      texts.append("a signature of \(signature)")
      isBroken = isBroken || signature.hasPrefix("MD")
    }
    return texts.isEmpty ? nil : (texts.joined(separator: " and "), bound, isBroken)
  }
}
