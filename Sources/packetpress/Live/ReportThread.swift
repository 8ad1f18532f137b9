import Dispatch
import Synchronization

/// Writes reports on a thread of its own, the newest moment first, and never holds capture up.
final class ReportThread: Sendable {
  /// Capture goes before drawing where both want the processor.
  private static let niceness: Int32 = 5

  private let press: LivePress
  private let newest = NewestMoment()
  private let failure = Mutex<String?>(nil)
  private let ended = DispatchSemaphore(value: 0)

  init(_ press: LivePress) { self.press = press }

  /// Begins to wait for moments.
  func start() {
    BackgroundThread.start(niceness: Self.niceness) {
      while let moment = self.newest.take() { self.write { try self.press.print(moment) } }
      self.ended.signal()
    }
  }

  /// Hands a moment over; returns at once.
  func offer(_ moment: LiveMoment) { newest.put(moment) }

  /// What keeps reports from being written, if anything does.
  var trouble: String? { failure.withLock { $0 } }

  /// Writes the last report; false if that failed.
  func finish(_ moment: LiveMoment) -> Bool {
    newest.close()
    ended.wait()
    write { try press.print(moment) }
    return trouble == nil
  }

  private func write(_ body: () throws -> Void) {
    do {
      try body()
      let past = failure.withLock { state in
        defer { state = nil }
        return state
      }
      if past != nil { Message.note("reports can be written again") }
    } catch {
      let text = "\(error)"
      let isNew = failure.withLock { state in
        defer { state = text }
        return state != text
      }
      // Once, not at every interval until somebody makes room.
      if isNew { Message.warning("\(text); the capture goes on") }
    }
  }
}
