package import Wording

/// One difference between two captures that is more than noise.
package struct Change: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case new, gone, changed }

  package enum Value: Equatable, Sendable {
    case number(Double)
    case text(Phrase)
  }

  package var category: ChangeCategory
  package var kind: Kind
  /// Whom or what it is about. Text of packets in it is as it came; formats make it safe.
  package var subject: Phrase
  /// What is held against each other, in a few words: "bytes", "median".
  package var measure: Phrase
  /// What one may want to know beside the subject, such as the name of a host.
  package var detail: Phrase?
  /// In the base; nil where it is not there.
  package var before: Value?
  /// In the new capture; nil where it is not there.
  package var after: Value?
  package var unit: ChangeUnit
  /// From 0 to 1: for what is new or gone its share of its table, for numbers how much they differ.
  package var relevance: Double

  package init(
    _ category: ChangeCategory, _ kind: Kind, _ subject: Phrase, measure: Phrase,
    detail: Phrase? = nil, before: Value? = nil, after: Value? = nil, unit: ChangeUnit,
    relevance: Double
  ) {
    self.category = category
    self.kind = kind
    self.subject = subject
    self.measure = measure
    self.detail = detail
    self.before = before
    self.after = after
    self.unit = unit
    self.relevance = relevance.isFinite ? min(1, max(0, relevance)) : 0
  }

  /// Most relevant first; a complete order within a category.
  static func comesFirst(_ left: Change, _ right: Change) -> Bool {
    if left.relevance != right.relevance { return left.relevance > right.relevance }
    if left.kind != right.kind { return left.kind.rank < right.kind.rank }
    if left.subject != right.subject { return left.subject.text < right.subject.text }
    return left.measure.text < right.measure.text
  }
}

extension Change.Kind {
  fileprivate var rank: Int {
    switch self {
    case .new: 0
    case .gone: 1
    case .changed: 2
    }
  }
}

/// What the values of a change count.
package enum ChangeUnit: String, Sendable {
  case bytes, packets, connections, conversations, messages, findings
  case clientHellos = "client hellos"
  case serverHellos = "server hellos"
  case requests
  case bytesPerSecond = "bytes/s"
  case milliseconds = "ms"
  case percent = "%"
  /// The values are words.
  case none = ""
}
