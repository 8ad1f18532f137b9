/// The first rows of an order, found without keeping or sorting all; of equal rows the earlier stay.
package struct TopRows<Row: Sendable>: Sendable {
  let limit: Int
  /// Rows of a lower rank come first; big rows are dear to compare, and this tells most of them apart.
  private let rank: @Sendable (Row) -> Int64
  private let precedes: @Sendable (Row, Row) -> Bool
  /// Rows that are kept before the last of them go: big rows are dear to move, and so they seldom are.
  private let room: Int
  /// Once ``isCut``, the first so far in their order; behind them what came since, in that order.
  private var rows: [Row] = []
  private var ranks: [Int64] = []
  private var isCut = false

  /// `precedes` is the order of rows of the same rank.
  package init(
    limit: Int, rank: @escaping @Sendable (Row) -> Int64 = { _ in 0 },
    precedes: @escaping @Sendable (Row, Row) -> Bool
  ) {
    self.limit = limit
    self.rank = rank
    self.precedes = precedes
    room = limit > .max / 2 ? .max : limit + max(limit / 4, min(limit, 1024))
  }

  /// False if a row that comes before others only where `isBefore` says so would not be kept.
  @inline(__always)
  package func wants(_ isBefore: (Row) -> Bool) -> Bool {
    limit > 0 && (!isCut || isBefore(rows[limit - 1]))
  }

  package mutating func add(_ row: Row) {
    guard limit > 0 else { return }
    let rank = rank(row)
    if isCut {
      let last = ranks[limit - 1]
      guard rank < last || rank == last && precedes(row, rows[limit - 1]) else { return }
    }
    rows.append(row)
    ranks.append(rank)
    if rows.count == room { cut() }
  }

  private mutating func cut() {
    let places = order()
    ranks = places.map { ranks[$0] }
    rows = places.map { rows[$0] }
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
      ranks = []
      isCut = false
    }
    return rows
  }

  package func sorted() -> [Row] { order().map { rows[$0] } }

  /// The places of the first rows.
  private func order() -> ArraySlice<Int> {
    let ranks = ranks
    return rows.indices.sorted { left, right in
      ranks[left] != ranks[right] ? ranks[left] < ranks[right] : precedes(rows[left], rows[right])
    }.prefix(limit)
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
