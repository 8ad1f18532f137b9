import Foundation

/// A program that runs for as long as the test that holds it, and says on which port it listens.
final class LocalProcess {
  private let process = Process()
  private let output: URL
  private(set) var port: UInt16 = 0

  struct NotStarted: Error { let output: String }

  /// Waits until the program has written what `ready` matches, with the port in it.
  init(_ path: String, _ arguments: [String], ready: Regex<(Substring, Substring)>) throws {
    output = URL.temporaryDirectory.appending(path: "output-\(UUID().uuidString)")
    try Data().write(to: output)
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = process.standardOutput
    try process.run()
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
    // It may have inherited from its thread that it does not listen to milder signals.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    try? FileManager.default.removeItem(at: output)
  }

  private var text: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
}
