#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The few calls of POSIX that a report needs, with errors in words.
package enum FileSystem {
  /// Makes a directory and those above it.
  package static func makeDirectory(_ path: String) throws(ReportError) {
    guard !isDirectory(path), !path.isEmpty else { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeDirectory(String(path[..<slash]))
    }
    guard unsafe mkdir(path, 0o777) != 0, errno != EEXIST || !isDirectory(path) else { return }
    throw error("cannot make the directory \(path)")
  }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// Removes a directory if nothing is in it.
  static func removeEmptyDirectory(_ path: String) { _ = unsafe rmdir(path) }

  /// What tells whether a file is still the one that was written.
  struct Identity: Equatable {
    private let inode: UInt64
    private let size: Int64
    private let seconds: Int
    private let nanoseconds: Int

    fileprivate init(_ status: stat) {
      inode = UInt64(status.st_ino)
      size = Int64(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  static func identity(_ path: String) -> Identity? {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? Identity(status) : nil
  }

  /// The first bytes of a file, at most 128; none if it cannot be read.
  static func head(_ path: String) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return unsafe [UInt8](unsafeUninitializedCapacity: 128) { buffer, count in
      count = unsafe max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
  }

  /// At most so many bytes of a file, and one more where it is longer; nil if it cannot be read.
  package static func contents(of path: String, limit: Int) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let wanted = min(64 << 10, limit + 1 - bytes.count)
      var failed = false
      let part = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        let length = unsafe read(descriptor, buffer.baseAddress, wanted)
        failed = length < 0
        count = max(0, length)
      }
      if failed, errno == EINTR { continue }
      guard !failed else { return nil }
      if part.isEmpty { break }
      bytes += part
    }
    return bytes
  }

  /// The same of a regular file only: a pipe may never end.
  package static func regularContents(of path: String, limit: Int) -> [UInt8]? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return contents(of: path, limit: limit)
  }

  /// Writes beside the file and renames, so that a reader sees the old or the new one.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(ReportError) {
    let temporary = "\(path).part-\(getpid())"
    do throws(ReportError) {
      try write(bytes, to: temporary, for: path)
      guard unsafe rename(temporary, path) == 0 else { throw error("cannot write \(path)") }
    } catch {
      remove(temporary)
      throw error
    }
  }

  private static func write(
    _ bytes: [UInt8], to temporary: String, for path: String
  ) throws(ReportError) {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe open(temporary, flags, 0o666)
    guard descriptor >= 0 else { throw error("cannot write \(path)") }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = error("cannot write \(path)")
        close(descriptor)
        throw failure
      }
      written += count
    }
    guard close(descriptor) == 0 else { throw error("cannot write \(path)") }
  }

  /// Why the last call failed, and what to do about it.
  package static func error(_ what: String) -> ReportError {
    let number = errno
    return ReportError(what: what, why: reason(number), remedy: remedy(number))
  }

  private static func reason(_ number: Int32) -> String {
    unsafe String(cString: strerror(number)).lowercased()
  }

  private static func remedy(_ number: Int32) -> String {
    switch number {
    case EACCES, EPERM, EROFS: "choose a directory that you may write to with --output"
    case ENOSPC, EDQUOT: "make room, or choose another place with --output"
    case ENOTDIR, EISDIR, EEXIST, ELOOP:
      "something else is in the way; remove it or choose another place with --output"
    default: "check the directory given with --output"
    }
  }
}
