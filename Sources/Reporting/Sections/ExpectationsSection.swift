import Findings
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// What was expected of the capture, and whether it holds.
struct ExpectationsSection: ReportSection {
  static let id: String = "expectations"
  static let title: Phrase = "Expectations"

  private let results: [ExpectationResult]

  init(_ context: ReportContext) throws(SectionSkipped) {
    results = context.verdict.expectations
    guard !results.isEmpty else { throw SectionSkipped("no expectations were given") }
  }

  var blocks: [ReportBlock] { [.lead(lead), .table(table)] }

  private var lead: InlineText {
    let parts = [
      (ExpectationResult.Outcome.failed, "failed"), (.inconclusive, "cannot be told"),
      (.warned, "missed, with a warning"), (.passed, "passed"),
    ].compactMap { outcome, words -> Phrase? in
      let count = results.count { $0.outcome == outcome }
      return Words.part(count, words, of: results.count)
    }
    return
      "\(Words.counted(UInt64(results.count), "expectation")): \(parts.joined(separator: ", "))."
  }

  private var table: ReportTable {
    var table = ReportTable(
      id: "expectations-table", caption: "Expectations in the order of their file",
      columns: [
        .text("Outcome"), .text("Expectation"), .text("Expected"), .text("Measured"),
        .text("Why"),
      ])
    table.rows = results.map { result in
      [
        ReportTable.Cell(Self.word(result.outcome)), ReportTable.Cell(result.name),
        ReportTable.Cell(Self.amount("\(result.expected)", result.unit)),
        ReportTable.Cell(Self.amount(result.measured, result.unit)),
        ReportTable.Cell(Self.why(result)),
      ]
    }
    return table
  }

  private static func word(_ outcome: ExpectationResult.Outcome) -> Phrase {
    switch outcome {
    case .passed: "✓\u{00A0}passed"
    case .failed: "✕\u{00A0}failed"
    case .warned: "△\u{00A0}warned"
    case .inconclusive: "?\u{00A0}inconclusive"
    }
  }

  /// "<= 5 %"; where nothing was measured there is no unit either.
  private static func amount(_ value: Phrase, _ unit: String?) -> Phrase {
    guard let unit, value.text.contains(where: \.isNumber) else { return value }
    return "\(value)\u{00A0}\(Phrase(message: unit))"
  }

  private static func why(_ result: ExpectationResult) -> Phrase {
    let packets: Phrase? =
      result.packets.isEmpty ? nil : "packets \(FindingWords.packets(result.packets))"
    return [result.reason, packets].compactMap { $0 }.joined(separator: "; ")
  }
}
