/// The first rows of an order, found without keeping or sorting all; of equal rows the earlier stay.
package struct TopRows<Row: Sendable>: Sendable {
  let limit: Int
  private let precedes: @Sendable (Row, Row) -> Bool
  /// Rows that are kept before the last of them go: big rows are dear to move, and so they seldom are.
  private let room: Int
  /// Once ``isCut``, the first so far in their order; behind them what came since, in that order.
  private var rows: [Row] = []
  private var isCut = false

  package init(limit: Int, precedes: @escaping @Sendable (Row, Row) -> Bool) {
    self.limit = limit
    self.precedes = precedes
    room = limit > .max / 2 ? .max : limit + max(limit / 4, min(limit, 1024))
  }

  /// False if a row that comes before others only where `isBefore` says so would not be kept.
  @inline(__always)
  package func wants(_ isBefore: (Row) -> Bool) -> Bool {
    limit > 0 && (!isCut || isBefore(rows[limit - 1]))
  }

  package mutating func add(_ row: Row) {
    guard wants({ precedes(row, $0) }) else { return }
    rows.append(row)
    if rows.count == room { cut() }
  }

  private mutating func cut() {
    rows = sorted()
    isCut = true
  }

  /// Adds the rows of another, in its order.
  package mutating func merge(_ other: TopRows) {
    for row in other.sorted() { add(row) }
  }

  /// Hands out all rows, without a limit in the order in which they came, and keeps none.
  package mutating func takeAll() -> [Row] {
    defer {
      rows = []
      isCut = false
    }
    return rows
  }

  /// Big rows are dear to move, so that their places are sorted.
  package func sorted() -> [Row] {
    let places = rows.indices.sorted { precedes(rows[$0], rows[$1]) }
    return places.prefix(limit).map { rows[$0] }
  }
}

/// The first `maxRows` of the rows in their order.
func ranked<Row: Sendable>(
  _ rows: some Sequence<Row>, maxRows: Int, by precedes: @escaping @Sendable (Row, Row) -> Bool
) -> Ranked<Row> {
  var top = TopRows<Row>(limit: maxRows, precedes: precedes)
  var total = 0
  for row in rows {
    total += 1
    top.add(row)
  }
  return Ranked(rows: top.sorted(), total: total)
}
