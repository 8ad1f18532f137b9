import PacketDecoding
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// TLS as far as it is in clear text, with the handshakes of DTLS and QUIC.
struct TLSSection: ReportSection {
  static let id: String = "tls"
  static let title: Phrase = "TLS"

  private let context: ReportContext
  private let tls: TLSSummary
  private let quic: QUICSummary

  init(_ context: ReportContext) throws(SectionSkipped) {
    tls = context.snapshot.tls
    quic = context.snapshot.quic
    guard !tls.isEmpty || !quic.versions.isEmpty else {
      throw SectionSkipped("no TLS handshakes in the capture")
    }
    self.context = context
  }

  var blocks: [ReportBlock] {
    var blocks: [ReportBlock] = [.lead(lead)]
    blocks += tls.serverNames.rows.isEmpty ? [] : [.table(names)]
    if !tls.certificates.rows.isEmpty {
      blocks.append(.table(CertificateTable(context, tls.certificates).table))
    }
    blocks += context.figure("tls-versions")
    blocks += LatencyTable.block(
      tls.latency, id: "tls-latency", caption: "Time from client hello to server hello")
    if !tls.alerts.isEmpty { blocks.append(.table(alerts)) }
    for table in small where !table.rows.isEmpty { blocks.append(.table(table)) }
    return blocks
  }

  private var lead: InlineText {
    let parts = [
      Words.counted(tls.clientHellos, "client hello"),
      tls.dtlsClientHellos > 0 ? "\(Words.count(tls.dtlsClientHellos)) of DTLS" : nil,
      Words.counted(UInt64(tls.serverNames.total), "server name"),
      tls.certificates.total > 0
        ? Words.counted(UInt64(tls.certificates.total), "certificate") : nil,
    ]
    let counted = parts.compactMap { $0 }.joined(separator: ", ")
    guard let version = tls.versions.first else { return "\(counted)." }
    let part = Words.percent(share(version.count, of: tls.versions.map(\.count).clampedSum))
    return "\(counted); servers chose \(version.name) in \(part) of the handshakes."
  }

  private var names: ReportTable {
    var table = ReportTable(
      id: "tls-names", caption: "Server names asked for",
      columns: [
        .text("Server name", mono: true), .number("Client hellos"), .share("Share of hellos"),
        .number("Bytes"),
      ], csv: "tls_server_names")
    table.fill(tls.serverNames, top: context.options.top, noun: "name") { name in
      [ReportTable.Cell(name.name)] + numbers([name])
    } others: { rest in
      rest.map(numbers) ?? ["–", "–", "–"]
    }
    return table
  }

  private func numbers(_ names: [TLSServerName]) -> [ReportTable.Cell] {
    ReportTable.counted(names.map(\.clientHellos).clampedSum, of: allHellos)
      + [.bytes(names.map(\.bytes).clampedSum)]
  }

  private var allHellos: UInt64 { [tls.clientHellos, tls.dtlsClientHellos].clampedSum }

  private var alerts: ReportTable {
    var table = ReportTable(
      id: "tls-alerts", caption: "Alerts in clear text",
      columns: [.text("Alert", mono: true), .text("Level"), .text("From"), .number("Times")])
    table.fill(tls.alerts, top: context.options.top, noun: "alert") { alert in
      [
        ReportTable.Cell(alert.name), ReportTable.Cell(Phrase(message: alert.level)),
        alert.isFromClient ? "client" : "server", .count(alert.count),
      ]
    } others: { rest in
      ["", "", .count(rest?.map(\.count).clampedSum)]
    }
    return table
  }

  private var small: [ReportTable] {
    [
      tallies(
        versions, id: "tls-versions", "Versions chosen by servers", "Version", noun: "version"),
      tallies(
        tls.cipherSuites, id: "tls-ciphers", "Cipher suites chosen", "Cipher suite", noun: "suite",
        mono: true),
      tallies(
        tls.groups, id: "tls-groups", "Groups in which keys were agreed on", "Group", noun: "group",
        mono: true),
      tallies(
        tls.alpn, id: "tls-alpn", "Application protocols (ALPN)", "Protocol", noun: "protocol",
        mono: true),
      tallies(
        quic.versions, id: "quic-versions", "Versions of QUIC", "Version", count: "Conversations",
        noun: "version"),
      tallies(
        tls.ja3, id: "tls-ja3", "JA3 fingerprints of clients", "JA3", noun: "fingerprint",
        mono: true),
      tallies(
        tls.ja3s, id: "tls-ja3s", "JA3S fingerprints of servers", "JA3S", noun: "fingerprint",
        mono: true),
      tallies(
        tls.ja4, id: "tls-ja4", "JA4 fingerprints of clients", "JA4", noun: "fingerprint",
        mono: true),
    ]
  }

  private func tallies(
    _ tallies: [Tally], id: String, _ caption: Phrase, _ head: Phrase,
    count: Phrase = "Handshakes", noun: String, mono: Bool = false
  ) -> ReportTable {
    .tallies(
      tallies, id: id, caption: caption, head: head, count: count, noun: noun,
      top: context.options.top, mono: mono)
  }

  /// With a word beside those that must not be used any more (RFC 8996).
  private var versions: [Tally] {
    tls.versions.map { version in
      guard TLSVersion.deprecatedNames.contains(version.name) else { return version }
      return Tally(name: version.name + " (deprecated)", count: version.count)
    }
  }
}
