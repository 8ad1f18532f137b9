/// The first rows of a table in its stated order, and how many rows there are in all.
package struct Ranked<Row: Sendable>: Sendable {
  package var rows: [Row]
  package var total: Int

  package init(rows: [Row] = [], total: Int? = nil) {
    self.rows = rows
    self.total = total ?? rows.count
  }
}
