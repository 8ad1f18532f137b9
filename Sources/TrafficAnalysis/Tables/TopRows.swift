/// The first rows of an order, found without keeping or sorting all; of equal rows the earlier stay.
struct TopRows<Row: Sendable>: Sendable {
  private struct Entry: Sendable {
    var row: Row
    var serial: Int
  }

  let limit: Int
  private let precedes: @Sendable (Row, Row) -> Bool
  /// In any order until there are enough rows; then a heap with the last row on top.
  private var entries: [Entry] = []
  private var nextSerial = 0

  init(limit: Int, precedes: @escaping @Sendable (Row, Row) -> Bool) {
    self.limit = limit
    self.precedes = precedes
  }

  /// False if a row that comes before others only where `isBefore` says so would not be kept.
  @inline(__always)
  func wants(_ isBefore: (Row) -> Bool) -> Bool {
    entries.count < limit || isBefore(entries[0].row)
  }

  mutating func add(_ row: Row) {
    nextSerial += 1
    let entry = Entry(row: row, serial: nextSerial)
    if entries.count < limit {
      entries.append(entry)
      if entries.count == limit {
        for place in stride(from: limit / 2, through: 0, by: -1) { sink(place) }
      }
    } else if precedes(row, entries[0].row) {
      entries[0] = entry
      sink(0)
    }
  }

  /// Adds the rows of another, in its order.
  mutating func merge(_ other: TopRows) {
    for row in other.sorted() { add(row) }
  }

  /// Hands out all rows in the order in which they came, and keeps none.
  mutating func takeAll() -> [Row] {
    defer { entries = [] }
    return entries.sorted { $0.serial < $1.serial }.map(\.row)
  }

  func sorted() -> [Row] { entries.sorted(by: comesFirst).map(\.row) }

  private func comesFirst(_ left: Entry, _ right: Entry) -> Bool {
    if precedes(left.row, right.row) { return true }
    return left.serial < right.serial && !precedes(right.row, left.row)
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while place * 2 + 1 < entries.count {
      var child = place * 2 + 1
      if child + 1 < entries.count, comesFirst(entries[child], entries[child + 1]) { child += 1 }
      guard comesFirst(entries[place], entries[child]) else { return }
      entries.swapAt(place, child)
      place = child
    }
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
