/// A field of a row and what it shall be; `where: {state: S0}`.
struct RowCondition<Row: Sendable>: Sendable {
  private enum Wanted: Sendable {
    case patterns([NamePattern])
    case bound(Bound)
  }

  private let field: RowField<Row>
  private let wanted: Wanted
  /// As it was written.
  let text: String

  init(_ field: RowField<Row>, _ values: [String], line: Int?) throws(ExpectationProblem) {
    self.field = field
    text = "\(field.name) \(values.joined(separator: ", "))"
    switch field.form {
    case .names(let kind, _): wanted = .patterns(try Self.patterns(values, kind, line))
    case .address: wanted = .patterns(try Self.patterns(values, .address, line))
    case .number(let kind, _, _):
      guard values.count == 1 else {
        throw ExpectationProblem(line: line, "'\(field.name)' takes one value or comparison")
      }
      wanted = .bound(try Bound(values[0], of: kind, line: line))
    }
  }

  private static func patterns(
    _ values: [String], _ kind: PatternKind, _ line: Int?
  ) throws(ExpectationProblem) -> [NamePattern] {
    var result: [NamePattern] = []
    for value in values { result.append(try kind.pattern(value, line: line)) }
    return result
  }

  /// A row without the field is not what was asked for.
  func holds(_ row: Row) -> Bool {
    switch (field.form, wanted) {
    case (.names(_, let value), .patterns(let patterns)):
      value(row).map { name in patterns.contains { $0.matches(name) } } ?? false
    case (.address(let value), .patterns(let patterns)):
      patterns.contains { $0.matches(value(row)) }
    case (.number(_, _, let value), .bound(let bound)): value(row).map(bound.holds) ?? false
    default: false
    }
  }
}
