import Findings
import Reporting
import TestSupport
import Testing
import TrafficAnalysis
import Wording

/// That terms of art are explained.
@Suite struct GlossaryTests {
  /// Abbreviations that need no explanation, or that get one from the words beside them.
  private static let known: Set<String> = ["OK", "ID", "PDF", "JSON", "HTML", "NTP"]

  /// Everything that a report can have at once.
  private static let full: ReportDocument = {
    let snapshot = Snapshots.busy
    return Report(snapshot, verdict: Verdicts.mixed.verdict, options: Reports.options()).document
  }()

  /// Words with two capitals or more, or a capital and a digit, such as "RTT", "JA3" and "S0".
  private static func abbreviations(in text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber) }.map(String.init).filter { word in
      word.count(where: \.isUppercase) > 1
    }
  }

  private static func tables(_ document: ReportDocument) -> [ReportTable] {
    document.sections.flatMap(\.blocks).compactMap { block in
      switch block {
      case .table(let table): table
      default: nil
      }
    }
  }

  private func check(_ text: String, _ place: String) {
    for word in Self.abbreviations(in: text) where !Self.known.contains(word) {
      #expect(Glossary.standard.explains(word, in: text), "\(word) in \(place): \(text)")
    }
  }

  @Test func explainsEveryAbbreviationThatHeadsSomething() {
    let tables = Self.tables(Self.full)
    #expect(tables.count > 30)
    for table in tables {
      for column in table.columns { check(column.title.text, table.id) }
      // Names of protocols are explained by what is in their tables.
      if table.csv != "application_values" { check(table.caption.text, table.id) }
    }
    for section in Self.full.sections {
      check(section.title.text, section.id)
      for case .heading(let title, _) in section.blocks { check(title.text, section.id) }
    }
  }

  @Test func explainsTheRowsOfTablesOfOurOwnWords() throws {
    for id in [
      "tcp-analysis", "tcp-states", "tcp-flags", "tcp-round-trips", "dns-codes", "dns-types",
    ] {
      let table = try #require(Self.tables(Self.full).first { $0.id == id }, "\(id)")
      for row in table.rows { check(row[0].text, id) }
    }
  }

  @Test func listsOnlyWhatTheReportUses() throws {
    func terms(_ snapshot: Snapshot) throws -> [String] {
      let document = Report(snapshot, options: Reports.options()).document
      let appendix = try #require(document.sections.first { $0.id == "appendix" })
      guard case .facts(let facts) = appendix.blocks.last else { return [] }
      return facts.map(\.term.text)
    }
    let busy = try terms(Snapshots.busy)
    for term in ["ACK", "ALPN", "JA3", "Retransmission", "Zero window", "NXDOMAIN", "S0", "SF"] {
      #expect(busy.contains(term) || term == "S0", "\(term)")
    }
    #expect(busy == busy.sorted { $0.lowercased() < $1.lowercased() })
    let one = try terms(Snapshots.onePacket)
    #expect(one.contains("Bytes") && !one.contains("JA3") && one.count < busy.count / 2)
  }

  @Test func findsWholeTermsInTheirForms() {
    let glossary = Glossary.standard
    #expect(glossary.explanation(of: "Zero windows") == glossary.explanation(of: "zero window"))
    #expect(
      glossary.explanation(of: "Zero window probes") != glossary.explanation(of: "Zero window"))
    #expect(glossary.explanation(of: "ACKs") == glossary.explanation(of: "ACK"))
    #expect(glossary.explanation(of: "S0") == "SYN without an answer (Zeek's state).")
    for text in ["tcp", "Ack", "SYNAPSE", "", "–", "JA3 x"] {
      #expect(glossary.explanation(of: text) == nil, "\(text)")
    }
  }

  @Test func saysOnHoverWhatATermMeans() throws {
    let page = try Reports.page(Snapshots.busy)
    let mark = /<abbr title="Application-Layer Protocol Negotiation: [^"]+">ALPN<\/abbr>/
    #expect(page.contains(mark))
    #expect(page.contains(/<th scope="row" class="t"[^>]* title="[^"]+">Zero windows<\/th>/))
    #expect(page.contains(/<h2 id="tcp-title">.*<abbr title="[^"]+">TCP<\/abbr>/))
  }
}
