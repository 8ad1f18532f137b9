import TrafficAnalysis

/// TLS as far as it is in clear text.
struct TLSSection: ReportSection {
  static let id = "tls"
  static let title = "TLS"

  private let context: ReportContext
  private let tls: TLSSummary

  init(_ context: ReportContext) throws(SectionSkipped) {
    tls = context.snapshot.tls
    guard tls.clientHellos > 0 || tls.serverHellos > 0 else {
      throw SectionSkipped("no TLS handshakes in the capture")
    }
    self.context = context
  }

  var blocks: [ReportBlock] {
    var blocks: [ReportBlock] = [.lead(lead)]
    blocks += tls.serverNames.rows.isEmpty ? [] : [.table(names)]
    for table in small where !table.rows.isEmpty { blocks.append(.table(table)) }
    return blocks
  }

  private var lead: InlineText {
    let hellos = Words.counted(tls.clientHellos, "client hello")
    let names = Words.counted(UInt64(tls.serverNames.total), "server name")
    guard let version = tls.versions.first else { return "\(hellos), \(names)." }
    let part = Words.percent(share(version.count, of: tls.versions.map(\.count).clampedSum))
    return "\(hellos), \(names); servers chose \(version.name) in \(part) of the handshakes."
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
    ReportTable.counted(names.map(\.clientHellos).clampedSum, of: tls.clientHellos)
      + [.bytes(names.map(\.bytes).clampedSum)]
  }

  private var small: [ReportTable] {
    let kinds = [
      (tls.versions, "tls-versions", "Versions chosen by servers", "Version", "version", false),
      (tls.cipherSuites, "tls-ciphers", "Cipher suites chosen", "Cipher suite", "suite", true),
      (tls.alpn, "tls-alpn", "Application protocols (ALPN)", "Protocol", "protocol", true),
      (tls.ja3, "tls-ja3", "JA3 fingerprints of clients", "JA3", "fingerprint", true),
      (tls.ja4, "tls-ja4", "JA4 fingerprints of clients", "JA4", "fingerprint", true),
    ]
    return kinds.map { tallies, id, caption, head, noun, isMono in
      .tallies(
        tallies, id: id, caption: caption, head: head, count: "Handshakes", noun: noun,
        top: context.options.top, mono: isMono)
    }
  }
}
