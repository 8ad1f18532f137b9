import Glibc

/// Where an exported table goes: standard output, or a file that appears when it is complete.
final class ExportSink {
  private let path: String?
  private let temporary: String
  private var descriptor: Int32 = 1
  private var failure: Int32 = 0

  init(path: String?) throws {
    self.path = path
    temporary = (path ?? "") + ".packetpress-\(getpid())"
    guard let path else { return }
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let reason = unsafe String(cString: strerror(errno)).lowercased()
      throw CommandFailure("cannot write \(path): \(reason); choose another file with -o")
    }
  }

  /// False if it is of no use to go on.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    guard failure == 0 else { return false }
    if !StandardStream.write(bytes, to: descriptor) { failure = errno }
    return failure == 0
  }

  func abandon() {
    guard path != nil else { return }
    close(descriptor)
    unsafe unlink(temporary)
  }

  /// Puts the file in its place.
  func finish() throws {
    // Whoever stopped reading a pipe has what they wanted.
    guard let path else {
      if failure != 0, failure != EPIPE { throw problem("standard output") }
      return
    }
    guard failure == 0 else {
      abandon()
      throw problem(path)
    }
    close(descriptor)
    guard unsafe rename(temporary, path) == 0 else {
      failure = errno
      unsafe unlink(temporary)
      throw problem(path)
    }
  }

  private func problem(_ place: String) -> CommandFailure {
    let reason = unsafe String(cString: strerror(failure)).lowercased()
    return CommandFailure("cannot write \(place): \(reason)")
  }
}
