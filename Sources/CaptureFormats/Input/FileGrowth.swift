internal import Glibc
internal import Synchronization

/// Waits for a file to grow that another program is writing.
package final class FileGrowth: Sendable {
  private static let pollMicroseconds: UInt32 = 50_000

  private let stopped = Atomic<Bool>(false)

  package init() {}

  /// Ends all waiting, from any thread: the files end where they are.
  package func stop() { stopped.store(true, ordering: .releasing) }

  package var isStopped: Bool { stopped.load(ordering: .acquiring) }

  /// Sleeps for a while at the end of a file; false if nothing more will come to it.
  func waits(at position: UInt64, of descriptor: Int32, path: String) -> Bool {
    guard !isStopped, !isReplaced(descriptor, path, position) else { return false }
    usleep(Self.pollMicroseconds)
    return true
  }

  /// True if the path leads to another file by now, or the file has become shorter.
  private func isReplaced(_ descriptor: Int32, _ path: String, _ position: UInt64) -> Bool {
    var opened = stat()
    var named = stat()
    guard unsafe fstat(descriptor, &opened) == 0 else { return true }
    if opened.st_size < position { return true }
    // Between moving a file away and making the next one there is none.
    guard unsafe stat(path, &named) == 0 else { return false }
    return (named.st_ino, named.st_dev) != (opened.st_ino, opened.st_dev)
  }
}
