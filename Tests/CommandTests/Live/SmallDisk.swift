import Foundation
import TestSupport
import Testing

/// A file system of a few megabytes in memory.
final class SmallDisk {
  private let place: URL

  init(at place: URL, size: String) throws {
    self.place = place
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Namespace.run("mount", "-t", "tmpfs", "-o", "size=\(size)", "tmpfs", place.path)
  }

  deinit { _ = try? Namespace.run("umount", "-l", place.path) }

  /// Takes all the room there is.
  func fill() throws {
    let handle = try Scratch.create(place.appending(path: "filler"))
    let chunk = Data(repeating: 1, count: 4_096)
    while (try? handle.write(contentsOf: chunk)) != nil {}
    try? handle.close()
  }

  func empty() throws { try FileManager.default.removeItem(at: place.appending(path: "filler")) }
}

extension Scratch {
  static func create(_ url: URL) throws -> FileHandle {
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }
}
