internal import Wording

extension ChangeList {
  /// Findings by rule and subject; what is wrong with the captures themselves is told beside.
  mutating func compareFindings() {
    let heldBack = Set((base.judgement.heldBack + new.judgement.heldBack).map(\.id))
    let counted = Set((base.judgement.further + new.judgement.further).map(\.id))
    var (mine, others) = (findings(of: base), findings(of: new))
    let found = Set((Array(mine.values) + others.values).map(\.id))
    let doubtful = found.intersection(heldBack)
    if !doubtful.isEmpty { omit(.heldBack, count: doubtful.count) }
    let isTold = { (finding: Finding) in
      !heldBack.contains(finding.id) && !counted.contains(finding.id)
    }
    mine = mine.filter { isTold($0.value) }
    others = others.filter { isTold($0.value) }
    for (key, finding) in mine where others[key] == nil { add(finding, .gone) }
    for (key, finding) in others {
      guard let old = mine[key] else {
        add(finding, .new)
        continue
      }
      if old.severity != finding.severity { add(finding, .changed, from: old) }
    }
    for id in counted.subtracting(heldBack) { compareCount(of: id) }
  }

  private func findings(of side: ComparedCapture) -> [String: Finding] {
    Dictionary(
      side.judgement.findings.filter { $0.group != .quality }
        .map { ("\($0.id) \($0.subject.text)", $0) }
    ) { first, _ in first }
  }

  private mutating func add(_ finding: Finding, _ kind: Change.Kind, from old: Finding? = nil) {
    let severity = Change.Value.text(finding.severity.phrase)
    let before = kind == .gone ? severity : old.map { .text($0.severity.phrase) }
    add(
      Change(
        .findings, kind, finding.subject.phrase, measure: "\(finding.id)", detail: finding.title,
        before: before, after: kind == .gone ? nil : severity, unit: .none,
        relevance: max(finding.severity, old?.severity ?? .note).relevance))
  }

  /// Rules with so many findings that they are not told one by one.
  private mutating func compareCount(of id: String) {
    let (before, after) = (count(of: id, in: base), count(of: id, in: new))
    let (least, most) = (min(before.count, after.count), max(before.count, after.count))
    guard most - least >= 5, Double(most) >= Double(least) * settings.volumeFactor else { return }
    let kind: Change.Kind = before.count == 0 ? .new : after.count == 0 ? .gone : .changed
    add(
      Change(
        .findings, kind, before.title ?? after.title ?? "\(id)", measure: "\(id)",
        before: before.count > 0 ? .number(Double(before.count)) : nil,
        after: after.count > 0 ? .number(Double(after.count)) : nil, unit: .findings,
        relevance: max(before.severity, after.severity).relevance))
  }

  private func count(
    of id: String, in side: ComparedCapture
  ) -> (count: Int, title: Phrase?, severity: Severity) {
    let told = side.judgement.findings.filter { $0.id == id && $0.group != .quality }
    let further = side.judgement.further.filter { $0.id == id }.reduce(0) { $0 + $1.count }
    return (told.count + further, told.first?.title, told.map(\.severity).max() ?? .note)
  }
}

extension Severity {
  fileprivate var relevance: Double {
    switch self {
    case .note: 0.1
    case .warning: 0.5
    case .error: 1
    }
  }
}
