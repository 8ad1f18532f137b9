/// The first rows of an order, found without keeping or sorting all; of equal rows the earlier stay.
package struct TopRows<Row: Sendable>: Sendable {
  /// Where a row is, and what tells most rows apart without looking at them: rows are big.
  private struct Entry: BitwiseCopyable, Sendable {
    var rank: Int64
    var place: Int
    /// Rows before it.
    var serial: UInt64
  }

  let limit: Int
  /// Rows of a lower rank come first.
  private let rank: @Sendable (Row) -> Int64
  private let precedes: @Sendable (Row, Row) -> Bool
  private var rows: [Row] = []
  /// One for each row; once there are as many as wanted, a heap with the last of the order on top.
  private var heap: [Entry] = []
  private var serial: UInt64 = 0

  /// `precedes` is the order of rows of the same rank.
  package init(
    limit: Int, rank: @escaping @Sendable (Row) -> Int64 = { _ in 0 },
    precedes: @escaping @Sendable (Row, Row) -> Bool
  ) {
    self.limit = limit
    self.rank = rank
    self.precedes = precedes
  }

  private var isFull: Bool { rows.count >= limit }

  /// False if a row that comes before others only where `isBefore` says so would not be kept.
  @inline(__always)
  package func wants(_ isBefore: (Row) -> Bool) -> Bool {
    limit > 0 && (!isFull || isBefore(rows[heap[0].place]))
  }

  package mutating func add(_ row: Row) {
    guard limit > 0 else { return }
    let rank = rank(row)
    serial += 1
    guard isFull else {
      heap.append(Entry(rank: rank, place: rows.count, serial: serial))
      rows.append(row)
      if isFull { makeHeap() }
      return
    }
    let last = heap[0]
    guard rank < last.rank || rank == last.rank && precedes(row, rows[last.place]) else { return }
    rows[last.place] = row
    heap[0] = Entry(rank: rank, place: last.place, serial: serial)
    sink(0)
  }

  private mutating func makeHeap() {
    for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
  }

  /// Moves an entry below those that come after it.
  private mutating func sink(_ top: Int) {
    let entry = heap[top]
    var hole = top
    while true {
      var child = 2 * hole + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, isBefore(heap[child], heap[child + 1]) { child += 1 }
      guard isBefore(entry, heap[child]) else { break }
      heap[hole] = heap[child]
      hole = child
    }
    heap[hole] = entry
  }

  @inline(__always)
  private func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    left.rank != right.rank ? left.rank < right.rank : isBeforeAmongEqual(left, right)
  }

  private func isBeforeAmongEqual(_ left: Entry, _ right: Entry) -> Bool {
    if precedes(rows[left.place], rows[right.place]) { return true }
    return left.serial < right.serial && !precedes(rows[right.place], rows[left.place])
  }

  /// Adds the rows of another, in its order.
  package mutating func merge(_ other: TopRows) {
    for row in other.sorted() { add(row) }
  }

  /// Hands out all rows, without a limit in the order in which they came, and keeps none.
  package mutating func takeAll() -> [Row] {
    defer {
      rows = []
      heap = []
    }
    return rows
  }

  package func sorted() -> [Row] { heap.sorted(by: isBefore).map { rows[$0.place] } }
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
