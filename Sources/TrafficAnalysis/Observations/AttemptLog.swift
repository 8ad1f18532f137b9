/// The first connections of a capture that came to nothing, at most so many.
///
/// Flows come in no order, so that which ones are first is told by their numbers; that is also why any
/// number of workers keeps the same.
struct AttemptLog: Sendable {
  static let limit = 65_536

  private var list: [FailedAttempt] = []
  /// All of them, kept or not.
  private(set) var count: UInt64 = 0

  mutating func add(_ attempt: FailedAttempt) {
    count += 1
    list.append(attempt)
    if list.count >= 2 * Self.limit { cut() }
  }

  mutating func merge(_ other: AttemptLog) {
    count += other.count
    list += other.list
    if list.count >= 2 * Self.limit { cut() }
  }

  private mutating func cut() {
    list = first
  }

  /// Those that are kept, in the order of their numbers.
  var first: [FailedAttempt] {
    Array(list.sorted { ($0.number, $0.time) < ($1.number, $1.time) }.prefix(Self.limit))
  }
}
