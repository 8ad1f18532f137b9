import Glibc
import Reporting

/// The right to change an archive, held by one run at a time; the kernel takes it back from the dead.
final class ArchiveLock {
  private let descriptor: Int32

  /// Waits for another run as long as `patience` says.
  init(_ directory: String, patience: Duration) throws {
    let path = "\(directory)/.lock"
    descriptor = Self.open(path)
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

  private static func open(_ path: String) -> Int32 {
    let flags = O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe Glibc.open(path, flags | O_RDWR | O_CREAT, 0o644)
    guard descriptor < 0, errno == EACCES else { return descriptor }
    // Root made it when it ran here: locking takes no more than reading, but for NFS.
    return unsafe Glibc.open(path, flags | O_RDONLY)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
