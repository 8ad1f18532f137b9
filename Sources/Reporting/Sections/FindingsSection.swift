import Charts
import Findings
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// What is wrong, or may be: each finding with its numbers, the packets that show it, and what to do.
struct FindingsSection: ReportSection {
  static let id: String = "findings"
  static let title: Phrase = "Findings"

  private let context: ReportContext
  private let judgement: Judgement

  init(_ context: ReportContext) throws(SectionSkipped) {
    judgement = context.judgement
    guard !judgement.findings.isEmpty || !judgement.heldBack.isEmpty else {
      throw SectionSkipped("no rule found anything")
    }
    self.context = context
  }

  var blocks: [ReportBlock] {
    [.lead(lead)] + (judgement.findings.isEmpty ? [] : [.table(table)]) + heldBack + further
      + details
  }

  private var lead: InlineText {
    guard let counts = FindingWords.counts(judgement) else {
      return "Nothing that this capture can tell for sure."
    }
    guard let worst = judgement.worstFinding else { return "\(counts)." }
    return "\(counts). \(strong: worst.title): \(worst.detail)"
  }

  private var table: ReportTable {
    var table = ReportTable(
      id: "findings-table", caption: "Findings, capture quality first, then the worst",
      columns: [
        .text("Severity"), .text("Finding"), .text("Of", mono: true), .number("Measured"),
        .number("Bound"), .number("First packet"),
      ])
    table.rows = judgement.findings.map { finding in
      [
        ReportTable.Cell(FindingWords.name(finding.severity)),
        ReportTable.Cell(finding.title, explanation: finding.detail),
        ReportTable.Cell(finding.subject.phrase.changed { SafeText.visible($0, limit: 80) }),
        ReportTable.Cell(Quantity(value: finding.measured, unit: finding.unit).unbroken),
        ReportTable.Cell(
          finding.threshold > 0
            ? Quantity(value: finding.threshold, unit: finding.unit).unbroken : "any"),
        ReportTable.Cell(finding.firstPacket.map { Words.count($0) } ?? "–"),
      ]
    }
    return table
  }

  private var heldBack: [ReportBlock] {
    judgement.heldBack.map { held in
      .note(
        """
        Held back: \(held.title) (\(Words.counted(UInt64(held.count), "finding"))), because \
        \(held.doubt.reason).
        """)
    }
  }

  private var further: [ReportBlock] {
    judgement.further.map { rest in
      .note(
        """
        \(rest.title): \(Words.counted(UInt64(rest.count), "more finding")) of this kind, \
        \(rest.severity.phrase) at worst.
        """)
    }
  }

  /// The findings of each rule together, in the order of the table.
  private var details: [ReportBlock] {
    var rules: [String] = []
    for finding in judgement.findings where !rules.contains(finding.id) { rules.append(finding.id) }
    return rules.flatMap { id -> [ReportBlock] in
      let findings = judgement.findings.filter { $0.id == id }
      return [
        .heading(findings[0].title, anchor: "finding-\(id)"), .paragraph("\(findings[0].advice)"),
      ] + findings.flatMap(details)
    }
  }

  private func details(_ finding: Finding) -> [ReportBlock] {
    var facts = [ReportBlock.Fact("Show in Wireshark", "\(mono: finding.filter)")]
    if !finding.packets.isEmpty {
      facts.insert(
        ReportBlock.Fact("Packets", "\(FindingWords.packets(finding.packets))"), at: 0)
    }
    if let evidence = finding.evidence {
      facts.append(ReportBlock.Fact("Evidence", InlineText(evidence, style: .file)))
    }
    return [
      .paragraph("\(strong: FindingWords.name(finding.severity)): \(finding.detail)"),
      .facts(facts),
    ]
  }
}
