internal import Glibc

/// The bytes of a file or of standard input.
package final class FileInput: ByteInput {
  private let descriptor: Int32
  private let path: String
  private let growth: FileGrowth?
  /// How many bytes were read so far.
  package private(set) var position: UInt64 = 0
  /// The file's size; nil for pipes and devices.
  package let size: UInt64?

  /// Opens `path`; "-" is standard input. With `growth` the end of the file is waited at.
  package init(path: String, growth: FileGrowth? = nil) throws(CaptureError) {
    self.path = path == "-" ? "standard input" : path
    self.growth = growth
    descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path: path, action: "read", number: errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .system(path: path, action: "read", number: errno)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw .system(path: path, action: "read", number: EISDIR)
    }
    size = status.st_mode & S_IFMT == S_IFREG ? UInt64(max(0, status.st_size)) : nil
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  package func read(into bytes: inout [UInt8], from start: Int) throws -> Int {
    while true {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress! + start, buffer.count - start)
      }
      if count == 0, let growth, growth.waits(at: position, of: descriptor, path: path) { continue }
      if count >= 0 {
        position += UInt64(count)
        return count
      }
      guard errno == EINTR else {
        throw CaptureError.system(path: path, action: "read", number: errno)
      }
    }
  }
}
