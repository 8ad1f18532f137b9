import TrafficAnalysis
internal import Wording

/// `count: conversations` with `where` and `is`.
struct CountCheck: ExpectationCheck {
  private let conditions: [RowCondition<Conversation>]
  private let bound: Bound

  init(_ conditions: [RowCondition<Conversation>], _ bound: Bound) {
    self.conditions = conditions
    self.bound = bound
  }

  var title: String {
    let filter = conditions.map(\.text).joined(separator: " and ")
    return "conversations" + (filter.isEmpty ? "" : " where \(filter)") + ": \(bound.expected)"
  }

  var expected: String { bound.expected }
  var unit: String? { "conversations" }

  func outcome(on grounds: Grounds) -> CheckOutcome {
    let table = grounds.snapshot.conversations
    guard table.total > 0 || grounds.snapshot.capture.packets == 0 else {
      return CheckOutcome(.open("the capture has no conversations"), measured: "nothing")
    }
    let rows = table.rows.filter { row in conditions.allSatisfy { $0.holds(row) } }
    let isWhole = conditions.isEmpty
    let value = Double(isWhole ? table.total : rows.count)
    let isSettled = bound.isSettled(from: value)
    let gap = isWhole || isSettled ? nil : grounds.snapshot.gap(table, "conversations")
    return CheckOutcome(
      bound, value, noun: "conversations",
      doubt: Reliance.count.doubt(grounds.shortfalls, isSettled: isSettled) ?? gap,
      packets: rows.map(\.firstPacket).filter { $0 > 0 }.sorted())
  }
}
