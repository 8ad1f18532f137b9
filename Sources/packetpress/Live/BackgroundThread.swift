import Glibc

/// A thread of its own: for work that waits for long, or that must not get in another's way.
enum BackgroundThread {
  /// Runs `body`; `niceness` above 0 leaves the processor to others first.
  static func start(niceness: Int32 = 0, _ body: @escaping @Sendable () -> Void) {
    let work = unsafe Unmanaged.passRetained(Work(niceness: niceness, body: body))
    var thread = pthread_t()
    let status = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, work.toOpaque())
    guard status == 0 else { fatalError("no thread can be started: error \(status)") }
    pthread_detach(thread)
  }

  private final class Work: Sendable {
    private let niceness: Int32
    private let body: @Sendable () -> Void

    init(niceness: Int32, body: @escaping @Sendable () -> Void) {
      self.niceness = niceness
      self.body = body
    }

    func run() {
      // On Linux this is the niceness of the calling thread alone.
      if niceness > 0 { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness) }
      body()
    }
  }
}
