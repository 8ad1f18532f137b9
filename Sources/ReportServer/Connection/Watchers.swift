import Synchronization

/// Those who wait for the next report; each is woken, however many reports it missed.
final class Watchers: Sendable {
  private struct State {
    var next = 0
    var continuations: [Int: AsyncStream<Void>.Continuation] = [:]
  }

  /// One who waits. Leaves when its wake-ups are no longer kept by anyone.
  struct Watcher: Sendable {
    let wakeUps: AsyncStream<Void>
    let leave: @Sendable () -> Void
  }

  private let state = Mutex(State())

  /// Nil if there are `limit` already. The first wake-up is there at once.
  func join(limit: Int) -> Watcher? {
    let (wakeUps, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let id: Int? = state.withLock { state in
      guard state.continuations.count < limit else { return nil }
      state.next += 1
      state.continuations[state.next] = continuation
      return state.next
    }
    guard let id else { return nil }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.continuations.removeValue(forKey: id) }
    }
    continuation.yield()
    return Watcher(wakeUps: wakeUps) { continuation.finish() }
  }

  func wake() {
    // Outside of the lock: what is woken may leave.
    let continuations = state.withLock { Array($0.continuations.values) }
    for continuation in continuations { continuation.yield() }
  }
}
