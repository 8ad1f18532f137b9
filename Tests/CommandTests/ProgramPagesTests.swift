import Foundation
import TestSupport
import Testing

/// Pages of the program that only its start needed.
@Suite struct ProgramPagesTests {
  /// Values of `/proc/<process>/status` in kilobytes (proc_pid_status(5)).
  private func memory(of process: ChildProcess) -> [Substring: Int] {
    let text = try? String(contentsOfFile: "/proc/\(process.identifier)/status", encoding: .utf8)
    let pairs = (text ?? "").split(separator: "\n").compactMap { line -> (Substring, Int)? in
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count == 3, words[2] == "kB", let value = Int(words[1]) else { return nil }
      return (words[0].dropLast(), value)
    }
    return Dictionary(pairs) { $1 }
  }

  @Test func areGivenBackBeforeAnAnalysisThatMayBeLong() throws {
    let input = Pipe()
    let process = try ChildProcess(
      [PacketpressBinary.url.path, "analyze", "-", "--stdout", "text"],
      environment: PacketpressBinary.environment,
      input: input.fileHandleForReading.fileDescriptor)
    defer { process.send(SIGKILL) }
    let deadline = Date.now.addingTimeInterval(20)
    var (mapped, peak) = (Int.max, 0)
    repeat {
      usleep(20_000)
      let values = memory(of: process)
      (mapped, peak) = (values["RssFile"] ?? .max, values["VmHWM"] ?? 0)
    } while peak / 2 < mapped && process.isRunning && Date.now < deadline
    #expect(process.isRunning)
    #expect(mapped < peak / 2, "\(mapped) of \(peak) kB are pages of files")
  }
}
