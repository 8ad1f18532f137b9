import Findings
internal import Wording

/// One thing that a verdict says is wrong, in words that are safe to show and of bounded length.
struct Problem {
  enum Cause {
    case finding(Finding)
    case expectation(ExpectationResult)
    /// More of the same, which are not told one by one.
    case further
  }

  let cause: Cause
  /// What checked: the rule's identifier, or "expectation".
  let check: String
  /// How it is called: a severity, or what became of an expectation.
  let mark: String
  let severity: Severity
  let title: String
  /// Whom it is about.
  let subject: String?
  let sentence: String
  /// What it is told apart by from others of the same check, exactly as it came.
  let identity: String

  static let expectationCheck = "expectation"
  private static let sentenceLimit = 400

  init(_ finding: Finding) {
    cause = .finding(finding)
    check = finding.id
    mark = finding.severity.rawValue
    severity = finding.severity
    title = finding.title.text
    subject = SafeText.visible(finding.subject.text)
    sentence = Self.sentence(finding)
    identity = finding.subject.text
  }

  init(_ result: ExpectationResult) {
    cause = .expectation(result)
    check = Self.expectationCheck
    mark = result.outcome.rawValue
    severity = result.outcome == .failed ? .error : .warning
    title = result.name.isEmpty ? "unnamed" : SafeText.visible(result.name)
    subject = result.subject.flatMap { $0.isEmpty ? nil : SafeText.visible($0) }
    sentence = Self.sentence(result)
    identity = result.name + "\n" + (result.subject ?? "")
  }

  init(_ further: Judgement.Further) {
    cause = .further
    check = further.id
    mark = further.severity.rawValue
    severity = further.severity
    title = further.title.text
    subject = nil
    sentence = "\(Words.count(further.count)) more of these"
    identity = "further"
  }

  /// For expectations past the limit.
  init(unmet rest: some Collection<ExpectationResult>) {
    cause = .further
    check = Self.expectationCheck
    severity = rest.contains { $0.outcome == .failed } ? .error : .warning
    mark =
      (rest.contains { $0.outcome == .failed } ? .failed : rest.first?.outcome ?? .failed)
      .rawValue
    title = "Expectations"
    subject = nil
    sentence = "\(Words.count(rest.count)) more that were not met"
    identity = "further"
  }

  var finding: Finding? { if case .finding(let finding) = cause { finding } else { nil } }

  /// "10.0.0.1 → 10.0.0.2: sent 53 of 1,000 segments again (5.3 %, bound 5 %; first packet 17)".
  var text: String { subject.map { "\($0): \(sentence)" } ?? sentence }
}

extension Problem {
  private static func sentence(_ finding: Finding) -> String {
    let told = finding.detail.text
    let detail = told.hasSuffix(".") ? String(told.dropLast()) : told
    var remarks: [String] = []
    // Without a bound there was nothing to measure: the file is cut short, or it is not.
    if FindingCatalog.rule(finding.id)?.thresholds.isEmpty != true {
      remarks = [
        "\(Quantity(value: finding.measured, unit: finding.unit)), "
          + "bound \(Quantity(value: finding.threshold, unit: finding.unit))"
      ]
    }
    return SafeText.visible(detail, limit: sentenceLimit)
      + inBrackets(remarks, firstPacket: finding.firstPacket)
  }

  private static func sentence(_ result: ExpectationResult) -> String {
    let reason = result.reason.map { SafeText.visible($0.text) }
    var text = "expected \(quantity(result.expected, result.unit))"
    let measured = result.measured.text
    if !measured.isEmpty { text += ", measured \(quantity(measured, result.unit))" }
    guard result.outcome == .inconclusive else {
      return text + inBrackets(reason.map { [$0] } ?? [], firstPacket: result.packets.first)
    }
    text += ", but the capture cannot tell" + (reason.map { ": \($0)" } ?? "")
    return text + inBrackets([], firstPacket: result.packets.first)
  }

  private static func quantity(_ text: String, _ unit: String?) -> String {
    SafeText.visible(text) + (unit.map { " " + SafeText.visible($0, limit: 20) } ?? "")
  }

  private static func inBrackets(_ remarks: [String], firstPacket: UInt64?) -> String {
    let all = remarks + (firstPacket.map { ["first packet \($0)"] } ?? [])
    return all.isEmpty ? "" : " (\(all.joined(separator: "; ")))"
  }
}
