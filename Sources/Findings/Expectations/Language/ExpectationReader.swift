import TrafficAnalysis

/// Makes expectations of the entries of a file.
enum ExpectationReader {
  /// Each form of expectation, by the key that it begins with, with its other keys.
  static let forms: [(key: String, others: [String])] =
    [("check", [])] + SetCheck.Form.allCases.map { ($0.rawValue, [$0.listKey]) } + [
      ("count", ["where", "is"]), ("per_host", ["where", "is"]),
    ]

  private static let common = ["name", "reason", "severity"]

  static func expectation(
    _ entry: ExpectationMapping
  ) throws(ExpectationProblem) -> Expectation {
    let found = forms.filter { entry.keys.contains($0.key) }
    guard let form = found.first else {
      try entry.allow(common + forms.flatMap { [$0.key] + $0.others })
      throw ExpectationProblem(
        line: entry.line,
        "an expectation needs one of \(forms.map { "'\($0.key):'" }.joined(separator: ", "))")
    }
    guard found.count == 1 else {
      throw ExpectationProblem(
        line: entry.line,
        "'\(found[0].key)' and '\(found[1].key)' are two expectations; give each its hyphen")
    }
    try entry.allow(common + [form.key] + form.others)
    let check = try check(entry, form.key)
    return Expectation(
      name: try entry.text("name") ?? check.title, check: check, severity: try severity(entry),
      reason: try entry.text("reason"), line: entry.line)
  }

  private static func severity(
    _ entry: ExpectationMapping
  ) throws(ExpectationProblem) -> Expectation.Severity {
    guard let text = try entry.text("severity") else { return .fail }
    guard let severity = Expectation.Severity(rawValue: text) else {
      throw ExpectationProblem(
        line: entry.line(of: "severity"), no: "severity", called: text,
        among: Expectation.Severity.allCases.map(\.rawValue))
    }
    return severity
  }

  private static func check(
    _ entry: ExpectationMapping, _ key: String
  ) throws(ExpectationProblem) -> any ExpectationCheck {
    if let form = SetCheck.Form(rawValue: key) { return try setCheck(entry, form) }
    let text = try entry.required(key)
    let line = entry.line(of: key)
    switch key {
    case "check": return try MetricCheck(text, line: line)
    case "count": return try countCheck(entry, of: text)
    default: return try perHostCheck(entry, field: text)
    }
  }

  private static func setCheck(
    _ entry: ExpectationMapping, _ form: SetCheck.Form
  ) throws(ExpectationProblem) -> SetCheck {
    let name = try entry.required(form.rawValue)
    guard let set = NameSetCatalog.set(name) else {
      throw ExpectationProblem(
        line: entry.line(of: form.rawValue), no: "set", called: name,
        among: NameSetCatalog.all.map(\.name))
    }
    guard let values = try entry.values(form.listKey), !values.isEmpty else {
      throw ExpectationProblem(
        line: entry.line, "'\(form.rawValue): \(name)' needs '\(form.listKey):' with a list")
    }
    var patterns: [NamePattern] = []
    for value in values {
      patterns.append(try set.pattern.pattern(value.text, line: value.line))
    }
    return SetCheck(form, set, patterns)
  }

  private static func countCheck(
    _ entry: ExpectationMapping, of table: String
  ) throws(ExpectationProblem) -> CountCheck {
    guard table == "conversations" else {
      throw ExpectationProblem(
        line: entry.line(of: "count"),
        "'\(table)' cannot be counted, conversations can; other numbers are metrics: 'check:'")
    }
    let conditions = try conditions(entry, ConversationFields.all)
    let bound = try Bound(entry.required("is"), of: .count, line: entry.line(of: "is"))
    return CountCheck(conditions, bound)
  }

  private static func perHostCheck(
    _ entry: ExpectationMapping, field name: String
  ) throws(ExpectationProblem) -> PerHostCheck {
    let numbers = HostFields.all.filter {
      if case .number = $0.form { true } else { false }
    }
    let text = try entry.required("is")
    if let field = numbers.first(where: { $0.name == name }),
      case .number(let kind, _, _) = field.form
    {
      let bound = try Bound(text, of: kind, line: entry.line(of: "is"))
      let conditions = try conditions(entry, HostFields.all)
      if let check = PerHostCheck(field, conditions, bound) { return check }
    }
    throw ExpectationProblem(
      line: entry.line(of: "per_host"), no: "number of a host", called: name,
      among: numbers.map(\.name))
  }

  private static func conditions<Row>(
    _ entry: ExpectationMapping, _ fields: [RowField<Row>]
  ) throws(ExpectationProblem) -> [RowCondition<Row>] {
    guard let filter = try entry.mapping("where") else { return [] }
    var result: [RowCondition<Row>] = []
    for key in filter.keys {
      let line = filter.line(of: key)
      guard let field = fields.first(where: { $0.name == key }) else {
        throw ExpectationProblem(line: line, no: "field", called: key, among: fields.map(\.name))
      }
      let values = try filter.values(key) ?? []
      result.append(try RowCondition(field, values.map(\.text), line: line))
    }
    return result
  }
}
