import Foundation
import TestSupport

/// A program that runs for as long as the test that holds it, and says on which port it listens.
final class LocalProcess {
  private let process: ChildProcess
  private let output: URL
  private(set) var port: UInt16 = 0

  static let python = "/usr/bin/python3"

  struct NotStarted: Error { let output: String }

  /// Waits until the program has written what `ready` matches, with the port in it.
  init(_ path: String, _ arguments: [String], ready: Regex<(Substring, Substring)>) throws {
    output = URL.temporaryDirectory.appending(path: "output-\(UUID().uuidString)")
    try Data().write(to: output)
    let file = try FileHandle(forWritingTo: output)
    process = try ChildProcess(
      [path] + arguments, output: file.fileDescriptor, errors: file.fileDescriptor)
    let deadline = Date(timeIntervalSinceNow: 20)
    while Date() < deadline, process.isRunning {
      if let match = text.firstMatch(of: ready), let number = UInt16(match.output.1) {
        port = number
        return
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
    throw NotStarted(output: text)
  }

  deinit {
    process.send(SIGTERM)
    _ = process.wait(seconds: 5)
    try? FileManager.default.removeItem(at: output)
  }

  private var text: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
}
