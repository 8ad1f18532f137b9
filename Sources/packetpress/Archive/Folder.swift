import CaptureFormats
import Glibc
import Reporting

/// What an archive does with directories; no call follows a symbolic link at the end of a path.
enum Folder {
  /// nil if there is nothing.
  static func kind(of path: String) -> FileStatus.Kind? {
    FileStatus(path: path, followsLinks: false)?.kind
  }

  static func make(_ path: String) throws {
    guard unsafe mkdir(path, 0o777) == 0 else {
      throw FileSystem.error("cannot make the directory \(path)")
    }
  }

  static func move(_ path: String, to target: String) throws {
    guard unsafe rename(path, target) == 0 else {
      throw FileSystem.error("cannot put \(target) in its place")
    }
  }

  static func link(_ path: String, to target: String) throws {
    guard unsafe symlink(target, path) == 0 else {
      throw FileSystem.error("cannot make the link \(path)")
    }
  }

  static func names(in path: String) throws -> [String] {
    guard let stream = unsafe opendir(path) else { throw FileSystem.error("cannot read \(path)") }
    defer { unsafe closedir(stream) }
    return unsafe names(stream)
  }

  /// The bytes of a regular file; nil if it is something else, or longer than `limit`.
  static func contents(of path: String, limit: Int) -> [UInt8]? {
    // Without O_NONBLOCK a pipe of that name would be waited for.
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let status = FileStatus(descriptor: descriptor), status.kind == .regular,
      status.size <= limit
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: limit)
    var length = 0
    while length < limit {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress! + length, limit - length)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      length += count
    }
    return Array(bytes.prefix(length))
  }

  /// Removes a directory and all in it; of links only the link.
  static func removeTree(_ path: String) throws {
    guard removeTree(path, in: AT_FDCWD, depth: 0) else {
      throw FileSystem.error("cannot remove \(path)")
    }
  }

  /// Deeper than any report of ours.
  private static let maximumDepth = 32

  private static func removeTree(_ name: String, in parent: Int32, depth: Int) -> Bool {
    if unsafe unlinkat(parent, name, 0) == 0 || errno == ENOENT { return true }
    guard errno == EISDIR, depth < maximumDepth else { return false }
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe openat(parent, name, flags)
    guard descriptor >= 0 else { return false }
    guard let stream = unsafe fdopendir(descriptor) else {
      close(descriptor)
      return false
    }
    defer { unsafe closedir(stream) }
    for inner in unsafe names(stream) {
      guard removeTree(inner, in: descriptor, depth: depth + 1) else { return false }
    }
    return unsafe unlinkat(parent, name, AT_REMOVEDIR) == 0
  }

  private static func names(_ stream: OpaquePointer) -> [String] {
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
