import Charts
import Findings
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Changes of one category as a table.
enum ChangeTable {
  static func table(_ changes: [Change], of category: ChangeCategory, top: Int) -> ReportTable {
    let hasDetail = changes.contains { $0.detail != nil }
    let hasDifference = changes.contains { difference($0) != nil }
    var table = ReportTable(
      id: category.rawValue, caption: "\(category.title): what is new, gone or changed",
      columns: columns(hasDetail: hasDetail, hasDifference: hasDifference))
    let empty = [ReportTable.Cell](repeating: "", count: table.columns.count - 1)
    table.fill(changes, top: top, noun: "change") { change in
      cells(of: change, hasDetail: hasDetail, hasDifference: hasDifference)
    } others: { _ in
      empty
    }
    return table
  }

  private static func columns(hasDetail: Bool, hasDifference: Bool) -> [ReportTable.Column] {
    [.text("What", mono: true), .text("Change")] + (hasDetail ? [.text("About")] : [])
      + [.text("Compared"), .number("Base"), .number("New")]
      + (hasDifference ? [.number("Difference")] : [])
  }

  private static func cells(
    of change: Change, hasDetail: Bool, hasDifference: Bool
  ) -> [ReportTable.Cell] {
    var cells = [
      ReportTable.Cell(visible(change.subject, 80)),
      ReportTable.Cell(sign(change.kind)),
    ]
    if hasDetail { cells.append(.init(visible(change.detail ?? "", 60))) }
    cells += [
      ReportTable.Cell(change.measure), .init(text(change.before, change.unit)),
      .init(text(change.after, change.unit)),
    ]
    if hasDifference { cells.append(.init(difference(change) ?? "")) }
    return cells
  }

  /// "New".
  static func name(_ kind: Change.Kind) -> Phrase {
    switch kind {
    case .new: "New"
    case .gone: "Gone"
    case .changed: "Changed"
    }
  }

  /// The same within a sentence.
  static func word(_ kind: Change.Kind) -> Phrase {
    switch kind {
    case .new: "new"
    case .gone: "gone"
    case .changed: "changed"
    }
  }

  /// What happened, with a sign that needs no colour.
  private static func sign(_ kind: Change.Kind) -> Phrase {
    switch kind {
    case .new: "+ new"
    case .gone: "− gone"
    case .changed: "≠ changed"
    }
  }

  static func text(_ value: Change.Value?, _ unit: ChangeUnit) -> Phrase {
    switch value {
    case nil: "–"
    case .text(let text): visible(text, 60)
    case .number(let number): text(number, unit)
    }
  }

  private static func text(_ number: Double, _ unit: ChangeUnit) -> Phrase {
    switch unit {
    case .bytes: "\(Numbers.bytes(number))"
    case .bytesPerSecond: "\(Numbers.quantity(number, "B/s"))"
    case .milliseconds: "\(Words.duration(Int64((min(number, 1e12) * 1e6).rounded())))"
    case .percent: "\(decimal(number)) %"
    case .none: "\(decimal(number))"
    default: Phrase(message: "{1} \(noun(unit, number))", ["\(Numbers.whole(number))"])
    }
  }

  private static func noun(_ unit: ChangeUnit, _ number: Double) -> String {
    number == 1 && unit.rawValue.hasSuffix("s") ? String(unit.rawValue.dropLast()) : unit.rawValue
  }

  /// "× 2.3", "+4.1 points"; nil where there is no number on both sides.
  private static func difference(_ change: Change) -> Phrase? {
    guard case .number(let before) = change.before, case .number(let after) = change.after else {
      return nil
    }
    if change.unit == .percent {
      let sign = after < before ? "−" : "+"
      return "\(sign)\(decimal(abs(after - before))) points"
    }
    guard before > 0 else { return nil }
    return "× \(Numbers.significant(after / before))"
  }

  private static func visible(_ phrase: Phrase, _ limit: Int) -> Phrase {
    phrase.changed { SafeText.visible($0, limit: limit) }
  }

  /// At most two digits after the point.
  static func decimal(_ value: Double) -> String { Numbers.decimal(value, places: 2) }
}
