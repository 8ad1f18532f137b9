import Foundation

/// A thread in the caller's namespace that gives up every capability before it does its work.
enum UnprivilegedThread {
  /// Runs `prepare`, gives up the capabilities, then runs `body` with what was prepared; `meanwhile`
  /// runs on the caller's thread, which keeps its own.
  static func run<Prepared, Result>(
    prepare: @escaping () throws -> Prepared, body: @escaping (Prepared) throws -> Result,
    meanwhile: () throws -> Void = {}
  ) throws -> Result {
    let work = Work<Result> {
      let prepared = try prepare()
      guard SystemCall.dropCapabilities() else {
        throw NetworkNamespace.Failure(description: "cannot drop capabilities")
      }
      return try body(prepared)
    }
    let thread = Thread { work.run() }
    thread.start()
    try meanwhile()
    return try work.wait()
  }

  /// Handed from one thread to another, never used by both at once.
  private final class Work<Result>: @unchecked Sendable {
    private let body: () throws -> Result
    private let done = DispatchSemaphore(value: 0)
    private var result: Swift.Result<Result, any Error>?

    init(_ body: @escaping () throws -> Result) { self.body = body }

    func run() {
      result = Swift.Result(catching: body)
      done.signal()
    }

    func wait() throws -> Result {
      guard done.wait(timeout: .now() + 20) == .success, let result else {
        throw NetworkNamespace.Failure(description: "the thread hangs")
      }
      return try result.get()
    }
  }
}
