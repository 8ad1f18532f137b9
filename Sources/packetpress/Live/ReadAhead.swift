import CaptureFormats
import Dispatch
import Synchronization

/// Reads captures on a thread of its own, a few blocks ahead, so that whoever waits can be woken.
final class ReadAhead: @unchecked Sendable {
  private static let blocksAhead = 4

  private struct Shared {
    var full: [PacketBlock] = []
    var isAtEnd = false
    var isStopped = false
    var files: [CaptureFileSummary] = []
    var filteredOut: UInt64 = 0
    var failures: [String] = []
  }

  private let shared = Mutex(Shared())
  /// Made with 0, because a semaphore must not go away below the value it was made with.
  private let room = DispatchSemaphore(value: 0)
  private let arrived = DispatchSemaphore(value: 0)
  /// Of the reading thread alone.
  private let reader: CaptureReader

  init(_ reader: CaptureReader) {
    self.reader = reader
    for _ in 0..<Self.blocksAhead { room.signal() }
  }

  /// Begins to read.
  func start() {
    DispatchQueue.global().async { self.read() }
  }

  private func read() {
    while !shared.withLock({ $0.isStopped }) {
      room.wait()
      let block = PacketBlock()
      let hasPackets = reader.next(into: block)
      let (files, failures, out) = (reader.filesSoFar, reader.failures, reader.filteredOut)
      shared.withLock {
        if hasPackets { $0.full.append(block) }
        $0.isAtEnd = !hasPackets
        ($0.files, $0.failures, $0.filteredOut) = (files, failures, out)
      }
      arrived.signal()
      guard hasPackets else { return }
    }
  }

  enum Arrival {
    case block(PacketBlock)
    case nothing
    case ended
  }

  /// The next block; waits for it, at most so long.
  func next(waiting milliseconds: Int) -> Arrival {
    let first = take()
    guard case .nothing = first, milliseconds > 0 else { return first }
    _ = arrived.wait(timeout: .now() + .milliseconds(milliseconds))
    return take()
  }

  private func take() -> Arrival {
    let arrival = shared.withLock { state -> Arrival in
      if !state.full.isEmpty { return .block(state.full.removeFirst()) }
      return state.isAtEnd ? .ended : .nothing
    }
    if case .block = arrival { room.signal() }
    return arrival
  }

  /// Sleeps, unless something arrives or somebody wakes it.
  func pause(_ milliseconds: Int) {
    _ = arrived.wait(timeout: .now() + .milliseconds(milliseconds))
  }

  /// Ends a wait, from any thread.
  func wake() { arrived.signal() }

  /// Lets the reading thread end as soon as its input lets it go.
  func stop() {
    shared.withLock { $0.isStopped = true }
    room.signal()
  }

  var files: [CaptureFileSummary] { shared.withLock { $0.files } }
  var filteredOut: UInt64 { shared.withLock { $0.filteredOut } }
  var failures: [String] { shared.withLock { $0.failures } }
}
