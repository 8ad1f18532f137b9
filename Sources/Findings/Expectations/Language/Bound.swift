/// What a number shall be: "<= 34ms", "at least 5", "between 1MB and 2MB".
package struct Bound: Equatable, Sendable {
  package let relation: Relation
  package let kind: QuantityKind
  private let low: Quantity
  /// The other end of a range.
  private let high: Quantity?

  /// Reads what stands behind `is:`; a number alone is to be met exactly.
  package init(_ text: String, of kind: QuantityKind, line: Int?) throws(ExpectationProblem) {
    if let found = Relation.first(in: text) {
      guard found.before.isEmpty else {
        throw ExpectationProblem(
          line: line, "'\(found.before)' is no comparison; write <, <=, >, >=, = or between")
      }
      try self.init(found.relation, found.behind, of: kind, line: line)
    } else {
      try self.init(.equal, text, of: kind, line: line)
    }
  }

  init(
    _ relation: Relation, _ text: String, of kind: QuantityKind, line: Int?
  ) throws(ExpectationProblem) {
    self.relation = relation
    self.kind = kind
    guard relation == .between else {
      low = try Quantity(text, of: kind, line: line)
      high = nil
      return
    }
    let ends = text.split(separator: " and ", maxSplits: 1).map { String($0) }
    guard ends.count == 2 else {
      throw ExpectationProblem(line: line, "'between' takes two values: between 1 and 5")
    }
    let last = try Quantity(ends[1], of: kind, line: line)
    // The unit of the second end goes for both: "between 1 and 5 ms".
    let hasUnit = !ends[0].allSatisfy { $0.isNumber || "._ ".contains($0) }
    let first = hasUnit ? ends[0] : ends[0] + (last.unit?.symbol ?? "")
    low = try Quantity(first, of: kind, line: line)
    high = last
    guard low.value <= last.value else {
      throw ExpectationProblem(line: line, "between \(ends[0]) and \(ends[1]) is nothing")
    }
  }
}

extension Bound {
  private var top: Double { high?.value ?? low.value }

  package func holds(_ value: Double) -> Bool {
    switch relation {
    case .less: value < low.value
    case .atMost: value <= low.value
    case .more: value > low.value
    case .atLeast: value >= low.value
    case .equal: value == low.value
    case .unequal: value != low.value
    case .between: low.value <= value && value <= top
    }
  }

  /// Whether it is met, or not met, by every value from `value` on.
  package func isSettled(from value: Double) -> Bool {
    switch relation {
    case .less, .atMost: !holds(value)
    case .more, .atLeast: holds(value)
    case .equal, .unequal, .between: value > top
    }
  }

  /// Whether it is an upper bound.
  var isUpper: Bool { relation == .less || relation == .atMost }

  // MARK: Words

  private var unit: QuantityUnit? { high?.unit ?? low.unit }

  /// The unit that it was written in.
  package var unitText: String? { unit?.symbol }

  /// "<= 34", without its unit.
  package var expected: String {
    let first = Quantity.exactNumber(low.value, in: unit)
    return high.map { "between \(first) and \(Quantity.exactNumber($0.value, in: unit))" }
      ?? "\(relation.rawValue) \(first)"
  }

  /// A value in the same unit, with as many digits as it takes to see why it is met or not.
  package func measured(_ value: Double) -> String {
    let short = Quantity.number(value, in: unit)
    let factor = unit?.factor ?? 1
    let seen = Double(short).map { $0 * factor } ?? value
    return holds(seen) == holds(value) ? short : Quantity.exactNumber(value, in: unit)
  }
}
