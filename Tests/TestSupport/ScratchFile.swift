import Foundation

/// A file that has no name and is gone when nobody holds it any more.
package final class ScratchFile {
  private let descriptor: Int32

  package init(_ bytes: [UInt8] = []) {
    let folder = FileManager.default.temporaryDirectory.path
    var template = Array((folder + "/packetpress-XXXXXX").utf8CString)
    descriptor = unsafe mkstemp(&template)
    precondition(descriptor >= 0, "cannot make a file in \(folder)")
    unsafe unlink(template)
    replace(with: bytes)
  }

  deinit { close(descriptor) }

  /// Hands `body` a path that opens the file from its start, every time.
  package func withPath<Result>(_ body: (String) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(self) { try body(path) }
  }

  fileprivate var path: String { "/proc/self/fd/\(descriptor)" }

  package func replace(with bytes: [UInt8]) {
    let written = unsafe bytes.withUnsafeBytes {
      unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0)
    }
    precondition(written == bytes.count && ftruncate(descriptor, off_t(bytes.count)) == 0)
  }

  package var contents: [UInt8] { [UInt8](FileManager.default.contents(atPath: path) ?? Data()) }
}

/// What a command makes of `input`, as a filter.
package func filter(_ input: [UInt8], through command: [String]) throws -> [UInt8] {
  let source = ScratchFile(input)
  let target = ScratchFile()
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = command
  process.standardInput = FileHandle(forReadingAtPath: source.path)
  process.standardOutput = FileHandle(forWritingAtPath: target.path)
  try process.run()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw CommandFailure(command: command) }
  return target.contents
}

package struct CommandFailure: Error {
  var command: [String]
}
