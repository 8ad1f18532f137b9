/// The numbers of a chart, as text.
package struct ChartTable: Sendable {
  package var headers: [String]
  package var rows: [[String]]
  /// Columns from this one on are numbers, set to the right.
  package var firstNumericColumn: Int

  package init(headers: [String], rows: [[String]], firstNumericColumn: Int = 1) {
    self.headers = headers
    self.rows = rows
    self.firstNumericColumn = firstNumericColumn
  }
}
