/// The first connections of a capture that came to nothing, at most so many.
///
/// Flows come in no order, so that which ones are first is told by their numbers; that is also why any
/// number of workers keeps the same.
struct AttemptLog: Sendable {
  static let limit = 32_768

  private var list: [FailedAttempt] = []
  /// The number behind which none is wanted, as there are enough before it.
  private var last = UInt64.max

  mutating func add(_ attempt: FailedAttempt) {
    guard attempt.number <= last else { return }
    list.append(attempt)
    if list.count >= 2 * Self.limit { cut() }
  }

  mutating func merge(_ other: AttemptLog) {
    list += other.list
    last = min(last, other.last)
    if list.count >= 2 * Self.limit { cut() }
  }

  private mutating func cut() {
    list = first
    last = list.last?.number ?? last
  }

  /// Those that are kept, in the order of their numbers.
  var first: [FailedAttempt] {
    Array(list.sorted { ($0.number, $0.time) < ($1.number, $1.time) }.prefix(Self.limit))
  }
}
