import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

extension ReportTable {
  /// Sets the first `top` rows, and a row for all others.
  ///
  /// `others` gets the rows that are left out, or nil where the snapshot does not hold them all, so
  /// that no sum is shown that is not one.
  mutating func fill<Row: Sendable>(
    _ ranked: Ranked<Row>, top: Int, noun: String, cells: (Row) -> [Cell],
    others: ([Row]?) -> [Cell]
  ) {
    let shown = Swift.max(1, top)
    rows = ranked.rows.prefix(shown).map(cells)
    let total = Swift.max(ranked.total, ranked.rows.count)
    guard total > rows.count else { return }
    let rest = Array(ranked.rows.dropFirst(shown))
    let isComplete = total == ranked.rows.count
    let count = total - rows.count
    let message: String = "{1} other \(count == 1 ? noun : Words.plural(noun))"
    let label = Cell(Phrase(message: message, [Phrase(verbatim: Words.count(count))]))
    self.others = [label] + others(isComplete ? rest : nil)
  }

  /// The same for a list that is complete.
  mutating func fill<Row: Sendable>(
    _ list: [Row], top: Int, noun: String, cells: (Row) -> [Cell], others: ([Row]?) -> [Cell]
  ) {
    fill(Ranked(rows: list), top: top, noun: noun, cells: cells, others: others)
  }
}

extension ReportTable {
  /// Sets what is drawn at the end of each row.
  mutating func add(_ trends: [Cell]?) {
    guard let trends else { return }
    for (row, trend) in zip(rows.indices, trends) { rows[row].append(trend) }
    others?.append("")
  }

  /// Names with counts and their shares, the most common shape of a small table.
  static func tallies(
    _ tallies: [Tally], id: String, caption: Phrase, head: Phrase, count: Phrase, noun: String,
    top: Int, mono: Bool = false
  ) -> ReportTable {
    var table = ReportTable(
      id: id, caption: caption,
      columns: [.text(head, mono: mono), .number(count), .share()])
    let total = tallies.map(\.count).clampedSum
    table.fill(tallies, top: top, noun: noun) { tally in
      [Cell(tally.name)] + counted(tally.count, of: total)
    } others: { rest in
      counted(rest?.map(\.count).clampedSum, of: total)
    }
    return table
  }

  /// A count and its share, or dashes for what is not known.
  static func counted(_ count: UInt64?, of total: UInt64) -> [Cell] {
    guard let count else { return ["–", "–"] }
    return [Cell(Words.count(count)), .share(count, of: total)]
  }
}

extension ReportTable.Cell {
  static func share(_ part: UInt64, of whole: UInt64) -> ReportTable.Cell {
    let fraction = Reporting.share(part, of: whole)
    return ReportTable.Cell(Words.percent(fraction), share: fraction)
  }

  static func count(_ value: UInt64?) -> ReportTable.Cell {
    ReportTable.Cell(value.map { Words.count($0) } ?? "–")
  }

  static func bytes(_ value: UInt64?) -> ReportTable.Cell {
    ReportTable.Cell(
      value.map { Words.bytes($0) } ?? "–",
      explanation: value.map { value -> Phrase in "\(Words.count(value)) bytes" })
  }
}
