import CaptureFormats
import TrafficAnalysis
package import Wording

/// A certificate was used before or after the time for which it is good.
package enum CertificateOutsideValidity: FindingRule {
  package static let id = "certificate-outside-validity"
  package static let title: Phrase = "A certificate is not valid at its time"
  package static let group = FindingGroup.security
  package static let definition = """
    Certificates of TLS that were sent before the first or after the last second of their validity, by \
    the time of the packet. The server's own is an error, one of its chain or of a client a warning; a \
    root in the chain, which nobody needs from there, is none. Certificates in TLS 1.3 cannot be seen.
    """
  package static let advice: Phrase =
    "Renew the certificate and load it on every server that sends it, and watch why renewal failed."
  package static let source = "RFC 5280 section 4.1.2.5"
  static let grace = Threshold(id, "grace", 0, .days, "outside its validity, more than")
  package static let thresholds = [grace]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.certificates.flatMap { certificate -> [Finding] in
      let isOwn = certificate.chainPosition == 0
      guard isOwn || !certificate.content.isSelfSigned,
        let days = certificate.daysOutside, days > context[grace]
      else { return [] }
      return certificate.uses.filter { $0.firstOutside > 0 }.map { use in
        Finding(
          Self.self, isOwn && !certificate.isFromClient ? .error : .warning,
          subject: certificate.subject(of: use), detail: detail(certificate), measured: days,
          threshold: context[grace], unit: .days, packets: [use.firstOutside],
          filter: certificate.filter(of: use))
      }
    }.oneEach()
  }

  private static func detail(_ certificate: TLSCertificate) -> Phrase {
    let content = certificate.content
    let isExpired = certificate.validity == .expired
    let what = certificate.nameOfKind
    return isExpired
      ? "\(what) expired at \(content.notAfter.phrase)."
      : "\(what) is not valid before \(content.notBefore.phrase)."
  }
}

extension TLSCertificate {
  /// How far outside its validity it was used, in days; nil if it never was.
  fileprivate var daysOutside: Double? {
    guard let notBefore = content.notBefore, let notAfter = content.notAfter else { return nil }
    let late = lastSeen.nanoseconds / 1_000_000_000 - notAfter.seconds
    let early = notBefore.seconds - firstSeen.nanoseconds / 1_000_000_000
    return max(late, early) > 0 ? Double(max(late, early)) / 86_400 : nil
  }
}
