import Foundation
import TestSupport
import Testing

/// A run of `packetpress live` that goes on while a test looks at what it does.
final class LiveProcess {
  let scratch: Scratch
  /// The folder of the report.
  let report: URL
  private let errors: URL
  private let child: ChildProcess

  /// Starts it; `prefix` is a command that runs the program, `input` what it reads.
  init(
    _ arguments: [String], prefix: [String] = [], input: Pipe? = nil, scratch: Scratch? = nil
  ) throws {
    self.scratch = try scratch ?? Scratch()
    report = self.scratch.file("report")
    errors = self.scratch.file("errors-\(UUID().uuidString)")
    let file = try self.scratch.emptyFile(errors)
    // A child that held the other end of its own input would never see it end.
    if let writer = input?.fileHandleForWriting {
      _ = fcntl(writer.fileDescriptor, F_SETFD, FD_CLOEXEC)
    }
    let words = prefix + [PacketpressBinary.url.path, "live"] + arguments + ["-o", report.path]
    child = try ChildProcess(
      words, environment: PacketpressBinary.environment, directory: self.scratch.url.path,
      input: input?.fileHandleForReading.fileDescriptor, errors: file.fileDescriptor)
  }

  var identifier: Int32 { child.identifier }
  var isRunning: Bool { child.isRunning }

  /// What was said on standard error so far.
  var messages: String {
    (try? String(decoding: Data(contentsOf: errors), as: UTF8.self)) ?? ""
  }

  func send(_ signal: Int32) { child.send(signal) }

  /// Waits for the end and returns the exit status.
  func end(within seconds: Double = 60) throws -> Int32 {
    guard let status = child.wait(seconds: seconds) else {
      throw PacketpressBinary.TimedOut(command: "packetpress live", seconds: seconds)
    }
    return status
  }

  /// Waits until something is so.
  func wait(
    for what: String, within seconds: Double = 60, until condition: () throws -> Bool
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
  func waitForPackets(_ count: Int, within seconds: Double = 60) throws {
    try wait(for: "a report of \(count) packets", within: seconds) {
      (try? contents().capture.packets) ?? 0 >= count
    }
  }
}
