import Glibc
import Reporting

/// The right to change an archive, held by one run at a time; the kernel takes it back from the dead.
final class ArchiveLock {
  private let descriptor: Int32

  /// Waits for another run as long as `patience` says.
  init(_ directory: String, patience: Duration) throws {
    let path = "\(directory)/.lock"
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileSystem.error("cannot write \(path)") }
    let end = ContinuousClock.now + patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw FileSystem.error("cannot lock \(path)")
      }
      guard ContinuousClock.now < end else {
        throw CommandFailure(
          "another snapshot is being made in \(directory); run this one later, "
            + "or let it wait with --wait 5m")
      }
      usleep(50_000)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
