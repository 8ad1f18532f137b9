import Foundation

/// A program that runs for as long as the test that holds it, and says on which port it listens.
final class LocalProcess {
  private let process = Process()
  private let output: URL
  private(set) var port: UInt16 = 0

  static let python = "/usr/bin/python3"
  /// A program inherits which signals its thread blocks, here those that are to end it.
  private static let unblocked = """
    import os, signal, sys
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    os.execv(sys.argv[1], sys.argv[1:])
    """

  struct NotStarted: Error { let output: String }

  /// Waits until the program has written what `ready` matches, with the port in it.
  init(_ path: String, _ arguments: [String], ready: Regex<(Substring, Substring)>) throws {
    output = URL.temporaryDirectory.appending(path: "output-\(UUID().uuidString)")
    try Data().write(to: output)
    process.executableURL = URL(filePath: Self.python)
    process.arguments = ["-c", Self.unblocked, path] + arguments
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
    if process.isRunning { kill(process.processIdentifier, SIGTERM) }
    try? FileManager.default.removeItem(at: output)
  }

  private var text: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
}
