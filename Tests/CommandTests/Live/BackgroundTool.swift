import Foundation
import TestSupport
import Testing

/// A program of somebody else that runs beside a test.
final class BackgroundTool {
  private let child: ChildProcess
  private let log: URL

  init(_ words: [String], in scratch: Scratch) throws {
    log = scratch.file("log-\(UUID().uuidString)")
    let file = try scratch.emptyFile(log)
    child = try ChildProcess(words, directory: scratch.url.path, errors: file.fileDescriptor)
  }

  var errors: String { (try? String(decoding: Data(contentsOf: log), as: UTF8.self)) ?? "" }

  /// Ends it, by default the way Ctrl-C does, and waits.
  func stop(by signal: Int32 = SIGINT) throws {
    child.send(signal)
    try #require(child.wait(seconds: 5) != nil, "\(errors)")
  }
}

extension LiveProcess {
  /// The process of the program itself: `ip netns exec` becomes it.
  func programIdentifier() throws -> Int32 {
    let name = try String(contentsOfFile: "/proc/\(identifier)/comm", encoding: .utf8)
    try #require(name == "packetpress\n")
    return identifier
  }
}
