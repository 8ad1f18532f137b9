import Dispatch
import Foundation
import Testing

/// A run of `packetpress live` that goes on while a test looks at what it does.
final class LiveProcess {
  let scratch: Scratch
  /// The folder of the report.
  let report: URL
  private let process = Process()
  private let errors: URL
  private let ended = DispatchSemaphore(value: 0)

  /// Starts it; `prefix` is a command that runs the program, `input` the file it reads.
  init(
    _ arguments: [String], prefix: [String] = [], input: Any? = FileHandle.nullDevice,
    scratch: Scratch? = nil
  ) throws {
    self.scratch = try scratch ?? Scratch()
    report = self.scratch.file("report")
    errors = self.scratch.file("errors-\(UUID().uuidString)")
    let words = prefix + [PacketpressBinary.url.path, "live"] + arguments + ["-o", report.path]
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = self.scratch.url
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try self.scratch.emptyFile(errors)
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  var identifier: Int32 { process.processIdentifier }
  var isRunning: Bool { process.isRunning }

  /// What was said on standard error so far.
  var messages: String {
    (try? String(decoding: Data(contentsOf: errors), as: UTF8.self)) ?? ""
  }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end and returns the exit status.
  func end(within seconds: Double = 20) throws -> Int32 {
    guard ended.wait(timeout: .now() + seconds) == .success else {
      kill(process.processIdentifier, SIGKILL)
      throw PacketpressBinary.TimedOut(command: "packetpress live", seconds: seconds)
    }
    return process.terminationStatus
  }

  /// Waits until something is so.
  func wait(
    for what: String, within seconds: Double = 15, until condition: () throws -> Bool
  ) throws {
    let deadline = Date().addingTimeInterval(seconds)
    while try !condition() {
      try #require(Date() < deadline, "\(what) did not happen; said: \(messages)")
      usleep(20_000)
    }
  }

  /// The report as it lies there now.
  func contents() throws -> ReportFile { try ReportFile(in: report) }

  /// Waits until the report on disk counts so many packets.
  func waitForPackets(_ count: Int, within seconds: Double = 15) throws {
    try wait(for: "a report of \(count) packets", within: seconds) {
      (try? contents().capture.packets) ?? 0 >= count
    }
  }
}
