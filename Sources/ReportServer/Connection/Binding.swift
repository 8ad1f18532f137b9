import Dispatch
import Synchronization

/// Whether the server got its address, for the thread that waits to know.
final class Binding: Sendable {
  private let result = Mutex<Result<Int, any Error>?>(nil)
  private let known = DispatchSemaphore(value: 0)

  func succeed(_ port: Int) { settle(.success(port)) }

  /// Has no effect once the address is bound.
  func fail(_ error: any Error) { settle(.failure(error)) }

  private func settle(_ outcome: Result<Int, any Error>) {
    result.withLock { $0 = $0 ?? outcome }
    known.signal()
  }

  var isBound: Bool {
    result.withLock { if case .success = $0 { true } else { false } }
  }

  /// The port that was bound.
  func wait() throws -> Int {
    known.wait()
    return try result.withLock { try $0!.get() }
  }
}
