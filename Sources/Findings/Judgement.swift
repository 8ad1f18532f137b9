package import CaptureFormats
package import TrafficAnalysis
package import Wording

/// Everything that all rules say of a snapshot.
package struct Judgement: Sendable {
  /// Worst first within their group, capture quality before all others.
  package private(set) var findings: [Finding] = []
  /// Rules that found something which the capture makes doubtful.
  package private(set) var heldBack: [HeldBack] = []
  /// Findings beyond those of a rule that are told one by one.
  package private(set) var further: [Further] = []
  /// What findings about the capture make doubtful, those that are not wanted included.
  package private(set) var doubts: Set<CaptureDoubt> = []

  package struct HeldBack: Equatable, Sendable {
    package var id: String
    package var title: Phrase
    package var count: Int
    package var doubt: CaptureDoubt

    package init(id: String, title: Phrase, count: Int, doubt: CaptureDoubt) {
      self.id = id
      self.title = title
      self.count = count
      self.doubt = doubt
    }
  }

  package struct Further: Equatable, Sendable {
    package var id: String
    package var title: Phrase
    package var count: Int
    package var severity: Severity

    package init(id: String, title: Phrase, count: Int, severity: Severity) {
      self.id = id
      self.title = title
      self.count = count
      self.severity = severity
    }
  }

  /// Findings of one rule that are told one by one.
  package static let findingsEach = 10

  /// Judges nothing.
  package init() {}

  /// What was judged elsewhere, in this order.
  package init(findings: [Finding], heldBack: [HeldBack] = [], further: [Further] = []) {
    self.findings = findings
    self.heldBack = heldBack
    self.further = further
  }

  /// Judges by every rule that is on; findings that `isWanted` denies are not told.
  package init(
    _ snapshot: Snapshot, settings: FindingSettings = FindingSettings(),
    where isWanted: (Finding) -> Bool = { _ in true }
  ) {
    let context = FindingContext(snapshot, settings: settings)
    for rule in FindingCatalog.all where settings.isOn(rule) {
      let found = rule.findings(in: context)
      let wanted = found.filter(isWanted)
      guard !found.isEmpty else { continue }
      if let doubt = CaptureDoubt.allCases.first(where: {
        doubts.contains($0) && rule.isHeldBackBy.contains($0)
      }) {
        guard !wanted.isEmpty else { continue }
        heldBack.append(
          HeldBack(id: rule.id, title: rule.title, count: wanted.count, doubt: doubt))
        continue
      }
      for finding in found { doubts.formUnion(finding.doubts) }
      add(wanted.sorted(by: Self.comesFirst), of: rule)
    }
    let places = Dictionary(
      uniqueKeysWithValues: FindingGroup.allCases.enumerated().map { ($1, $0) })
    findings = findings.enumerated().sorted { left, right in
      let (mine, other) = (places[left.element.group] ?? 0, places[right.element.group] ?? 0)
      if mine != other, mine == 0 || other == 0 { return mine < other }
      if left.element.severity != right.element.severity {
        return left.element.severity > right.element.severity
      }
      return (mine, left.offset) < (other, right.offset)
    }.map(\.element)
  }

  private mutating func add(_ sorted: [Finding], of rule: any FindingRule.Type) {
    findings += sorted.prefix(Self.findingsEach)
    let rest = sorted.dropFirst(Self.findingsEach)
    guard let worst = rest.first?.severity else { return }
    further.append(
      Further(id: rule.id, title: rule.title, count: rest.count, severity: worst))
  }

  /// Worst first, then those that measured most; a complete order.
  private static func comesFirst(_ left: Finding, _ right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.measured != right.measured { return left.measured > right.measured }
    return left.subject.text < right.subject.text
  }

  /// With other findings in the place of these.
  func replacing(_ image: (Finding) -> Finding) -> Judgement {
    var result = self
    result.findings = findings.map(image)
    return result
  }

  /// Says where the packets of each finding were written; nil for none.
  package mutating func setEvidence(_ paths: [String?]) {
    for (place, path) in zip(findings.indices, paths) { findings[place].evidence = path }
  }

  /// Says when packets came; each finding takes the time of the first of its packets that is known.
  package mutating func setTimes(_ time: (UInt64) -> Timestamp?) {
    for place in findings.indices where findings[place].time == nil {
      findings[place].time = findings[place].packets.lazy.compactMap(time).first
    }
  }

  package func count(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity }
      + further.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
  }

  /// The worst severity of all findings; nil where there is none.
  package var worst: Severity? { findings.map(\.severity).max() }

  /// True if a finding is at least as bad as `level`.
  package func reaches(_ level: Severity) -> Bool { worst.map { $0 >= level } ?? false }
}
