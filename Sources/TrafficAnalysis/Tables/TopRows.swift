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
  /// Places of rows that were given up.
  private var free: [Int] = []
  /// One for each row. Once some were given up, the last of those that were kept is at the place
  /// before `limit`, those before it are in no order, and those behind it came since.
  private var entries: [Entry] = []
  /// With so many, those beyond the limit are given up.
  private let room: Int
  /// True once rows were given up: there are as many as wanted.
  private var isFull = false
  private var serial: UInt64 = 0
  private var chance = Chance()

  /// `precedes` is the order of rows of the same rank.
  package init(
    limit: Int, rank: @escaping @Sendable (Row) -> Int64 = { _ in 0 },
    precedes: @escaping @Sendable (Row, Row) -> Bool
  ) {
    self.limit = limit
    self.rank = rank
    self.precedes = precedes
    let (room, overflow) = limit.addingReportingOverflow(max(16, min(limit / 4, 1024)))
    self.room = overflow ? .max : room
  }

  /// The last of those that were kept when some were given up last.
  private var last: Entry { entries[limit - 1] }

  /// False if a row that comes before others only where `isBefore` says so would not be kept.
  @inline(__always)
  package func wants(_ isBefore: (Row) -> Bool) -> Bool {
    limit > 0 && (!isFull || isBefore(rows[last.place]))
  }

  package mutating func add(_ row: consuming Row) {
    guard limit > 0 else { return }
    let rank = rank(row)
    if isFull {
      let last = last
      guard rank < last.rank || rank == last.rank && precedes(row, rows[last.place]) else { return }
    }
    serial += 1
    if let place = free.popLast() {
      rows[place] = row
      entries.append(Entry(rank: rank, place: place, serial: serial))
    } else {
      entries.append(Entry(rank: rank, place: rows.count, serial: serial))
      rows.append(row)
    }
    if entries.count >= room { giveUpOthers() }
  }

  private mutating func giveUpOthers() {
    guard entries.count > limit else { return }
    moveFirstToFront()
    free += entries[limit...].map(\.place)
    entries.removeLast(entries.count - limit)
    isFull = true
  }

  /// Moves the first `limit` entries of the order to the front, the last of them behind the others.
  ///
  /// A choice by halves around entries taken at random (Hoare's FIND): nobody can choose rows with which
  /// it takes long.
  private mutating func moveFirstToFront() {
    let wanted = limit - 1
    var (low, high) = (0, entries.count - 1)
    while low < high {
      let middle = entries[low + Int(truncatingIfNeeded: chance.next() >> 33) % (high - low + 1)]
      var (left, right) = (low, high)
      while left <= right {
        while isBefore(entries[left], middle) { left += 1 }
        while isBefore(middle, entries[right]) { right -= 1 }
        if left <= right {
          entries.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if wanted <= right {
        high = right
      } else if wanted >= left {
        low = left
      } else {
        return
      }
    }
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

  /// Hands out all rows in the order in which they came, and keeps none.
  package mutating func takeAll() -> [Row] {
    giveUpOthers()
    let all = entries.sorted { $0.serial < $1.serial }.map { rows[$0.place] }
    (rows, free, entries, isFull) = ([], [], [], false)
    return all
  }

  package func sorted() -> [Row] {
    entries.sorted(by: isBefore).prefix(limit).map { rows[$0.place] }
  }
}

/// The first `maxRows` of the rows in their order.
package func ranked<Row: Sendable>(
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

/// Numbers that nobody can foresee, quickly made (Knuth's MMIX).
private struct Chance: Sendable {
  private var state = UInt64.random(in: .min ... .max)

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state
  }
}
