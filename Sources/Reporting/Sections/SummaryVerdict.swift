import Findings
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Expectations, findings and the quality of the capture in one sentence and in key figures.
struct SummaryVerdict {
  private typealias Outcome = ExpectationResult.Outcome

  private let context: ReportContext
  private let problems: Int

  init(_ context: ReportContext) {
    self.context = context
    problems = CaptureQuality(context).problems.count
  }

  private var judgement: Judgement { context.judgement }
  private var expectations: [ExpectationResult] { context.verdict.expectations }

  private func count(_ outcome: Outcome) -> Int { expectations.count { $0.outcome == outcome } }

  /// Nothing where nothing was judged: the capture is empty, and nobody expected anything.
  var strip: [ReportBlock] {
    guard context.capture.packets > 0 || !expectations.isEmpty || !judgement.findings.isEmpty
    else { return [] }
    let clauses = [expected, found, quality].compactMap { $0 }
    let text = clauses.dropFirst().reduce(clauses[0]) { $0 + "; " + $1 } + "."
    return [.verdict(VerdictStrip(text: text, severity: severity))]
  }

  /// As bad as the worst of all.
  private var severity: Severity? {
    if count(.failed) > 0 { return .error }
    let missed: Severity? = count(.inconclusive) + count(.warned) > 0 ? .warning : nil
    return [missed, judgement.worst, problems > 0 ? .note : nil].compactMap { $0 }.max()
  }

  // MARK: Clauses

  private var expected: InlineText? {
    let all = expectations.count
    guard all > 0 else { return nil }
    let parts = [
      (count(.failed), "failed"), (count(.inconclusive), "cannot be told"),
      (count(.warned), "missed with a warning"),
    ].filter { $0.0 > 0 }
    guard let worst = parts.first else {
      let words: Phrase =
        all == 1 ? "The expectation holds" : "All \(Words.count(all)) expectations hold"
      return Self.link(words, ExpectationsSection.id)
    }
    let number = "\(Words.count(worst.0)) of \(Words.counted(UInt64(all), "expectation"))"
    let rest = parts.dropFirst().map { part -> Phrase in ", \(Words.count(part.0)) \(part.1)" }
    return Self.link("\(number) \(worst.1)", ExpectationsSection.id) + "\(rest.joined())"
  }

  private var found: InlineText? {
    let isFirst = expectations.isEmpty
    let section = FindingsSection.id
    guard let counts = FindingWords.counts(judgement) else {
      let held = judgement.heldBack.reduce(0) { $0 + $1.count }
      guard held > 0 else {
        guard context.capture.packets > 0 else { return nil }
        return isFirst ? "No findings" : "no findings"
      }
      let words: Phrase = "\(Words.counted(UInt64(held), "finding")) held back"
      return Self.link(words, section) + ", as the capture cannot tell for sure"
    }
    guard let worst = judgement.worstFinding else { return Self.link(counts, section) }
    return Self.link(counts, section)
      + (judgement.count > 1 ? ", the first: \(strong: worst.title)" : ": \(strong: worst.title)")
  }

  private var quality: InlineText? {
    guard context.capture.packets > 0 || problems > 0 else { return nil }
    guard problems > 0 else { return "the capture is complete" }
    return Self.link(Words.counted(UInt64(problems), "remark"), CaptureSection.id)
      + " on the quality of the capture"
  }

  private static func link(_ words: Phrase, _ section: String) -> InlineText {
    InlineText(words, style: .section(section))
  }

  // MARK: Key figures

  var keyFigures: [KeyFigure] {
    [expectationFigure, findingFigure, qualityFigure].compactMap { $0 }
  }

  private var expectationFigure: KeyFigure? {
    let parts = [
      (count(.failed), "failed"), (count(.inconclusive), "cannot be told"),
      (count(.warned), "warned"), (count(.passed), "passed"),
    ].filter { $0.0 > 0 }.map { part -> Phrase in "\(Words.count(part.0)) \(part.1)" }
    guard let worst = parts.first else { return nil }
    return KeyFigure(
      "Expectations", worst,
      detail: parts.count > 1 ? parts.dropFirst().joined(separator: ", ") : nil,
      section: ExpectationsSection.id)
  }

  /// How many findings there are, of the worst kinds first.
  private var findingFigure: KeyFigure? {
    guard context.capture.packets > 0 else { return nil }
    let total = judgement.count
    return KeyFigure(
      "Findings", total == 0 ? "none" : "\(Words.count(total))",
      detail: FindingWords.counts(judgement), section: FindingsSection.id)
  }

  private var qualityFigure: KeyFigure {
    guard context.capture.packets > 0 || problems > 0 else { return KeyFigure("Capture", "empty") }
    return KeyFigure(
      "Capture", problems > 0 ? Words.counted(UInt64(problems), "remark") : "complete",
      detail: problems > 0 ? "see below" : "nothing amiss", section: CaptureSection.id)
  }
}

extension Judgement {
  /// Those that are told one by one, and those that are not.
  fileprivate var count: Int { findings.count + further.reduce(0) { $0 + $1.count } }
}
