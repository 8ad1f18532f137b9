import TestSupport
import Testing
import TrafficAnalysis

struct TopRowsTests {
  struct Row: Equatable, Sendable {
    var rank: Int
    var serial: Int
  }

  static let count = 6000
  static let orders: [[Int]] = [
    Array(0..<count), Array((0..<count).reversed()), [Int](repeating: 7, count: count),
    (0..<count).map { $0 * 7919 % 101 },
  ]

  static func rows(_ ranks: [Int]) -> [Row] {
    ranks.enumerated().map { Row(rank: $1, serial: $0) }
  }

  static func top(_ limit: Int, _ rows: [Row] = []) -> TopRows<Row> {
    var top = TopRows<Row>(limit: limit) { $0.rank < $1.rank }
    for row in rows { top.add(row) }
    return top
  }

  @Test(arguments: [1, 2, 3, 1000, 4000, 10_000, .max], orders)
  func keepsTheFirstOfWhateverComes(limit: Int, order: [Int]) {
    let rows = Self.rows(order)
    let first = rows.sorted { ($0.rank, $0.serial) < ($1.rank, $1.serial) }.prefix(limit)
    #expect(Self.top(limit, rows).sorted() == Array(first))
  }

  /// A rank that tells only some rows apart changes nothing of the order.
  @Test(arguments: [1, 1000, 4000], orders)
  func keepsTheSameByRank(limit: Int, order: [Int]) {
    let rows = Self.rows(order)
    var ranked = TopRows<Row>(
      limit: limit, rank: { Int64($0.rank / 5) }, precedes: { $0.rank < $1.rank })
    for row in rows { ranked.add(row) }
    #expect(ranked.sorted() == Self.top(limit, rows).sorted())
  }

  @Test func mergesAsIfAllHadComeToOne() {
    let rows = Self.rows(Self.orders[3])
    var top = Self.top(10, Array(rows[..<3000]))
    top.merge(Self.top(10, Array(rows[3000...])))
    #expect(top.sorted() == Self.top(10, rows).sorted())
  }

  @Test func wantsNothingBehindWhatIsKept() {
    #expect(!Self.top(0, Self.rows([1, 2])).wants { _ in true })
    let top = Self.top(1, Self.rows(Array(1...40)))
    #expect(top.wants { 0 < $0.rank } && !top.wants { 2 < $0.rank })
    #expect(Self.top(0, Self.rows([1, 2])).sorted().isEmpty)
  }

  @Test func handsOutAllInTheOrderInWhichTheyCame() {
    let rows = Self.rows(Self.orders[3])
    var top = Self.top(.max, rows)
    #expect(top.takeAll() == rows)
    #expect(top.takeAll().isEmpty)
  }
}
