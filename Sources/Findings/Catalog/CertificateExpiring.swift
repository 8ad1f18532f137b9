import CaptureFormats
import TrafficAnalysis
package import Wording

/// A server's certificate is about to expire.
package enum CertificateExpiring: FindingRule {
  package static let id = "certificate-expiring"
  package static let title: Phrase = "A certificate expires soon"
  package static let group = FindingGroup.security
  package static let definition = """
    Days from the last packet with a server's own certificate to the end of its validity. It counts only \
    in the last fifth of that, as certificates that live for weeks are renewed late.
    """
  package static let advice: Phrase = "Renew it now, and see whether whatever should renew it runs."
  package static let source = "RFC 5280 section 4.1.2.5"
  static let note = Threshold(id, "note", 30, .days, "left or fewer, for a note")
  static let warning = Threshold(id, "warning", 7, .days, "left or fewer, for a warning")
  package static let thresholds = [note, warning]
  /// The part of its life at whose end it ought to have been replaced.
  private static let lastPart = 0.2

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.certificates.flatMap { certificate -> [Finding] in
      guard certificate.chainPosition == 0, !certificate.isFromClient,
        let days = daysLeft(of: certificate), days <= context[note]
      else { return [] }
      let isWarning = days <= context[warning]
      return certificate.uses.map { use in
        Finding(
          Self.self, isWarning ? .warning : .note, subject: certificate.subject(of: use),
          detail: """
            \(certificate.nameOfKind) expires at \
            \(certificate.content.notAfter.phrase), \
            \(days.formatted(1)) days after it was last seen.
            """,
          measured: days, threshold: context[isWarning ? warning : note], unit: .days,
          packets: use.firstPacket > 0 ? [use.firstPacket] : [],
          filter: certificate.filter(of: use))
      }
    }.oneEach()
  }

  private static func daysLeft(of certificate: TLSCertificate) -> Double? {
    let content = certificate.content
    guard certificate.validity == .valid, let start = content.notBefore, let end = content.notAfter
    else { return nil }
    let left = Double(end.seconds - certificate.lastSeen.nanoseconds / 1_000_000_000)
    return left <= Double(end.seconds - start.seconds) * lastPart ? left / 86_400 : nil
  }
}
