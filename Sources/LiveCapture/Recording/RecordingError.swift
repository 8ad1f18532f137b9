internal import Glibc

/// Why nothing can be saved, or no more; its text says what, where and what to do.
package enum RecordingError: Error, Equatable, CustomStringConvertible {
  case exists(path: String)
  case noFileName(path: String)
  case keepWithoutRotation
  case keepsNothing
  case removed(path: String)
  /// The system refused, with its error number.
  case system(path: String, number: Int32)

  package var description: String {
    switch self {
    case .exists(let path):
      "\(path) exists already and is not written over; move it away, name another file, "
        + "or save with --rotate, which numbers its files"
    case .noFileName(let path):
      "cannot save to '\(path)': it names no file; give one like capture.pcapng"
    case .keepWithoutRotation:
      "--keep needs --rotate: without it there is one file only; add --rotate 100MB or --rotate 1h"
    case .keepsNothing: "--keep needs at least 1 file"
    case .removed(let path): "\(path) was removed while it was written"
    case .system(let path, let number): "cannot write \(path): \(Self.message(number))"
    }
  }

  private static func message(_ number: Int32) -> String {
    switch number {
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "a file may not be larger here; use --rotate or raise the limit (ulimit -f)"
    case EACCES, EPERM:
      "permission denied; let the user that captures write to its directory, or name another"
    case ENOENT: "its directory does not exist; make it first"
    default: unsafe String(cString: strerror(number)).lowercased()
    }
  }
}
