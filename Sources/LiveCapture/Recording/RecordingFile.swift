internal import CaptureFormats
internal import Glibc

/// One file that is being written: only ever whole blocks, also when the disk is full.
final class RecordingFile {
  let path: String
  private let descriptor: Int32
  private(set) var size: UInt64 = 0
  private(set) var packets: UInt64 = 0

  /// Makes a file that only its owner may read; never opens one that exists.
  init(creating path: String) throws(RecordingError) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? .exists(path: path) : .system(path: path, number: errno)
    }
  }

  deinit { close(descriptor) }

  /// Appends blocks; if not all find room, those that did stay, and the rest of the next one goes.
  func append(_ bytes: [UInt8], _ range: Range<Int>) throws(RecordingError) {
    var position = range.lowerBound
    while position < range.upperBound {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress! + position, range.upperBound - position)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let number = count == 0 ? EIO : errno
        keep(bytes, range.lowerBound..<position)
        throw .system(path: path, number: number)
      }
      position += count
    }
    keep(bytes, range)
  }

  private func keep(_ bytes: [UInt8], _ written: Range<Int>) {
    let (end, count) = PcapNGWriter.wholeBlocks(
      of: bytes, from: written.lowerBound, within: written.count)
    size += UInt64(end - written.lowerBound)
    packets += UInt64(count)
    guard end < written.upperBound else { return }
    ftruncate(descriptor, off_t(size))
    lseek(descriptor, off_t(size), SEEK_SET)
  }

  /// True if nobody can open it any more.
  var isRemoved: Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_nlink == 0
  }
}
