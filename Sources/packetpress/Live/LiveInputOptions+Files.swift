import CaptureFormats
import Glibc

extension LiveInputOptions {
  /// Fewer bytes of a growing file may be the beginning of a header.
  private static let headerLength = 32

  /// Throws if not one of the files to be played back can be read, before anything is made for them.
  func checkFiles() throws {
    guard let path = replay ?? follow else { return }
    let captures = CaptureSet([path])
    var failures = captures.failures
    for path in captures.paths {
      guard let failure = failure(of: path) else { return }
      failures.append(failure)
    }
    if let first = failures.first { throw CommandFailure(first) }
  }

  private func failure(of path: String) -> String? {
    let status = path == "-" ? nil : FileStatus(path: path)
    let isRegular = status?.kind == .regular
    // What is read from a pipe or a device is gone.
    if path == "-" || status != nil && !isRegular && status?.kind != .directory { return nil }
    do {
      if follow != nil, isRegular, let status, status.size < Self.headerLength {
        guard unsafe access(path, R_OK) != 0 else { return nil }
      }
      _ = try CaptureFile(path: path)
      return nil
    } catch CaptureError.notACapture(_, let head)
      where follow != nil && head.count < Self.headerLength
    {
      // It is compressed, and its header not yet written whole.
      return nil
    } catch {
      return "\(error)"
    }
  }
}
