internal import Wording

/// A finding that is known and not told again, for a reason and perhaps for a time.
package struct Suppression: Hashable, Sendable {
  /// The rule's identifier.
  package let id: String
  /// Whom it is about, with `*` for any characters; nil for everybody.
  package let subject: String?
  package let reason: String
  /// The last day on which it holds; nil for ever.
  package let until: CalendarDate?
  /// Where it stands in the file.
  package let line: Int?

  package init(
    id: String, subject: String? = nil, reason: String, until: CalendarDate? = nil,
    line: Int? = nil
  ) {
    self.id = id
    self.subject = subject
    self.reason = reason
    self.until = until
    self.line = line
  }

  package func isExpired(on today: CalendarDate) -> Bool { until.map { $0 < today } ?? false }

  package func matches(_ finding: Finding) -> Bool {
    guard finding.id == id else { return false }
    guard let subject else { return true }
    // Arrows are hard to type.
    return NamePattern(subject.replacing("->", with: "→"), .wildcard)
      .matches(finding.subject.text)
  }

  /// "tcp-service-refused of 10.0.0.1:8080/tcp".
  package var text: String { id + (subject.map { " of \($0)" } ?? "") }

  /// What a run says of one that is over.
  var expiredResult: ExpectationResult {
    ExpectationResult(
      name: "Suppression of \(text)", expected: "until \(until.map(\.description) ?? "ever")",
      measured: "expired", outcome: .failed,
      reason: "renew it, or mend what it suppresses; \(reason)", subject: subject)
  }
}
