import Dispatch
import Synchronization

/// A place for one moment: a newer one replaces the one that still waits, so nobody stalls.
///
/// Only a moment that closes a report waits for its turn.
final class NewestMoment: Sendable {
  private struct State {
    var waiting: LiveMoment?
    /// Reports that were closed, oldest first.
    var closed: [LiveMoment] = []
    var isClosed = false
  }

  /// More closed reports than this do not wait; the oldest goes.
  private static let closedLimit = 4

  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)

  func put(_ moment: LiveMoment) {
    state.withLock { state in
      guard moment.closes else {
        state.waiting = moment
        return
      }
      state.waiting = nil
      state.closed.append(moment)
      if state.closed.count > Self.closedLimit { state.closed.removeFirst() }
    }
    arrived.signal()
  }

  /// Waits for a moment; nil when there will be none any more.
  func take() -> LiveMoment? {
    while true {
      arrived.wait()
      let (moment, isAtEnd) = state.withLock { state -> (LiveMoment?, Bool) in
        if !state.closed.isEmpty { return (state.closed.removeFirst(), false) }
        if state.isClosed { return (nil, true) }
        defer { state.waiting = nil }
        return (state.waiting, false)
      }
      if let moment { return moment }
      if isAtEnd { return nil }
    }
  }

  /// Ends it; a report that is not closed is not taken any more.
  func close() {
    state.withLock { $0.isClosed = true }
    arrived.signal()
  }
}
