import Foundation
import Glibc

/// A folder with whatever a test puts into it; it goes with the value.
final class SandboxFolder {
  let path: String

  init() throws {
    var template = Array(
      (FileManager.default.temporaryDirectory.path + "/sandbox-XXXXXX").utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    chmod(path, 0o755)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Makes a directory within, that of `owner` when root makes it.
  func directory(_ name: String, owner: uid_t = geteuid(), mode: mode_t = 0o755) throws -> String {
    let place = "\(path)/\(name)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    guard chmod(place, mode) == 0, owner == geteuid() || chown(place, owner, owner) == 0 else {
      throw CocoaError(.fileWriteNoPermission)
    }
    return place
  }

  func file(_ name: String, _ text: String = "") throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  func owner(_ name: String) -> uid_t {
    var status = stat()
    return unsafe lstat("\(path)/\(name)", &status) == 0 ? status.st_uid : .max
  }
}
