import Dispatch
import Foundation
import Testing

/// A program of somebody else that runs beside a test.
final class BackgroundTool {
  private let process = Process()
  private let log: URL
  private let ended = DispatchSemaphore(value: 0)

  init(_ words: [String], in scratch: Scratch) throws {
    log = scratch.file("log-\(UUID().uuidString)")
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = scratch.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try scratch.emptyFile(log)
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  var errors: String { (try? String(decoding: Data(contentsOf: log), as: UTF8.self)) ?? "" }

  /// Ends it the way Ctrl-C does and waits.
  func stop() throws {
    kill(process.processIdentifier, SIGINT)
    try #require(ended.wait(timeout: .now() + 5) == .success, "\(errors)")
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
