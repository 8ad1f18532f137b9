package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// The numbers of a chart, as text.
package struct ChartTable: Sendable {
  package var headers: [Phrase]
  package var rows: [[Phrase]]
  /// Columns from this one on are numbers, set to the right.
  package var firstNumericColumn: Int

  package init(headers: [Phrase], rows: [[Phrase]], firstNumericColumn: Int = 1) {
    self.headers = headers
    self.rows = rows
    self.firstNumericColumn = firstNumericColumn
  }

  /// Of rows that are the same in every language.
  package init(headers: [Phrase], rows: [[String]], firstNumericColumn: Int = 1) {
    self.init(
      headers: headers, rows: rows.map { $0.map(Phrase.init(verbatim:)) },
      firstNumericColumn: firstNumericColumn)
  }
}
