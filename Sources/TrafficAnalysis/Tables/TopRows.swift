/// The first rows of an order, found without keeping or sorting all.
struct TopRows<Row: Sendable>: Sendable {
  private let limit: Int
  private let precedes: @Sendable (Row, Row) -> Bool
  private var rows: [Row] = []
  /// The number by which the order begins, largest first.
  private let leading: @Sendable (Row) -> UInt64
  /// That number of the last row that would be kept, once there are enough.
  private var floor: UInt64 = 0

  init(
    limit: Int, leading: @escaping @Sendable (Row) -> UInt64,
    precedes: @escaping @Sendable (Row, Row) -> Bool
  ) {
    self.limit = limit
    self.leading = leading
    self.precedes = precedes
  }

  /// False if a row that begins with this number is not among the first.
  func wants(_ number: UInt64) -> Bool { number >= floor }

  mutating func add(_ row: Row) {
    rows.append(row)
    guard limit < .max / 4, rows.count >= max(1024, limit * 4) else { return }
    rows = Array(rows.sorted(by: precedes).prefix(limit))
    floor = rows.last.map(leading) ?? 0
  }

  func sorted() -> [Row] { Array(rows.sorted(by: precedes).prefix(limit)) }
}
