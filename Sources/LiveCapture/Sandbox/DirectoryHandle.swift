internal import Glibc

/// An open directory, and what lies in it.
struct DirectoryHandle: ~Copyable {
  let descriptor: Int32

  /// Nil if there is none, or if a symbolic link anywhere on the way would have to be followed.
  init?(_ path: String, followingLinks: Bool = false) {
    let opened =
      followingLinks
      ? unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : Self.openWithoutLinks(path)
    guard opened >= 0 else { return nil }
    descriptor = opened
  }

  private static func openWithoutLinks(_ path: String) -> Int32 {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var current = unsafe open(path.hasPrefix("/") ? "/" : ".", flags)
    for name in path.split(separator: "/") where current >= 0 {
      let next = unsafe openat(current, String(name), flags)
      close(current)
      current = next
    }
    return current
  }

  deinit { close(descriptor) }

  var status: stat? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? status : nil
  }

  /// From the root, without links, as the kernel names it.
  var path: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
    guard count > 0, count < buffer.count else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Nil if it cannot be read, or holds more than `limit`.
  func names(atMost limit: Int) -> [String]? {
    let copy = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = unsafe fdopendir(copy) else { return nil }
    defer { unsafe closedir(stream) }
    var result: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      guard result.count < limit else { return nil }
      result.append(name)
    }
    return result
  }

  /// Links are not followed.
  func isRegularFile(_ name: String) -> Bool {
    var status = stat()
    return unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
      && status.st_mode & S_IFMT == S_IFREG
  }

  /// The first bytes of a regular file, without following a link.
  func beginning(of name: String, count: Int) -> String? {
    guard isRegularFile(name) else { return nil }
    let file = unsafe openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = unsafe read(file, &bytes, count)
    return read < 0 ? nil : String(decoding: bytes[..<read], as: UTF8.self)
  }
}
