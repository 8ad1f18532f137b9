import Glibc
import Synchronization

/// The signals that a running capture obeys: SIGINT and SIGTERM end it, SIGHUP begins a new report.
final class LiveSignals: Sendable {
  private let stops = Atomic<Int>(0)
  private let renewals = Atomic<Int>(0)

  /// Keeps the signals from this thread and all that it starts; to be called before there are any.
  static func block() {
    var signals = set()
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  private static func set() -> sigset_t {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, number) }
    return signals
  }

  /// Waits for signals on a thread of its own and calls `wake` for each; a second one that ends quits
  /// at once.
  func listen(wake: @escaping @Sendable () -> Void) {
    BackgroundThread.start {
      var signals = Self.set()
      while true {
        var number: Int32 = 0
        guard unsafe sigwait(&signals, &number) == 0 else { continue }
        if number == SIGHUP {
          self.renewals.add(1, ordering: .releasing)
        } else if self.stops.add(1, ordering: .releasing).newValue > 1 {
          _exit(128 + number)
        }
        wake()
      }
    }
  }

  var isStopping: Bool { stops.load(ordering: .acquiring) > 0 }

  /// True once for each time that a new report was asked for.
  func takeRenewal() -> Bool { renewals.exchange(0, ordering: .acquiringAndReleasing) > 0 }
}
