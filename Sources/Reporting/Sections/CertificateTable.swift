import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// The certificates that were sent, each with how it stood when it was.
struct CertificateTable {
  private let context: ReportContext
  private let certificates: Ranked<TLSCertificate>

  init(_ context: ReportContext, _ certificates: Ranked<TLSCertificate>) {
    self.context = context
    self.certificates = certificates
  }

  var table: ReportTable {
    var table = ReportTable(
      id: "tls-certificates", caption: "Certificates, judged at the time of the packets",
      columns: [
        .text("Subject", mono: true), .text("Issuer", mono: true), .text("Key"),
        .text("Until", mono: true), .text("Validity"), .text("Sent by", mono: true),
        .number("Times"),
      ], csv: "tls_certificates")
    table.fill(certificates, top: context.options.top, noun: "certificate", cells: cells) { rest in
      ["", "", "", "", "", .count(rest?.map(\.count).clampedSum)]
    }
    return table
  }

  private func cells(_ certificate: TLSCertificate) -> [ReportTable.Cell] {
    let content = certificate.content
    return [
      ReportTable.Cell(
        name(of: content).map { "\($0)" } ?? "unreadable",
        explanation: content.subject.map { "\($0)" }),
      issuer(content),
      ReportTable.Cell(key(content)),
      ReportTable.Cell(
        content.notAfter.map { String($0.text.prefix(10)) } ?? "–",
        explanation: content.notAfter?.text),
      ReportTable.Cell(Phrase(message: certificate.validity.rawValue)),
      sender(certificate),
      .count(certificate.count),
    ]
  }

  private func name(of content: X509Content) -> String? {
    content.commonName ?? content.alternativeNames.first ?? content.subject
  }

  private func issuer(_ content: X509Content) -> ReportTable.Cell {
    if content.isSelfSigned {
      return ReportTable.Cell("itself", explanation: content.issuer.map { "\($0)" })
    }
    return ReportTable.Cell(content.issuer ?? "–")
  }

  private func key(_ content: X509Content) -> Phrase {
    guard let type = content.keyType else { return "–" }
    return content.keyBits.map { "\(type), \(Words.counted(UInt64(clamping: $0), "bit"))" }
      ?? "\(type)"
  }

  private func sender(_ certificate: TLSCertificate) -> ReportTable.Cell {
    guard let first = certificate.senders.first else { return "–" }
    let name = Words.endpoint(first.address, first.port)
    let others = certificate.senders.count - 1
    return ReportTable.Cell(others > 0 ? "\(name) and \(Words.count(others)) more" : "\(name)")
  }
}
