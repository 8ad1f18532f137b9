import Dispatch
import Foundation

/// The program itself, as the package manager built it, run the way a user runs it.
enum PacketpressBinary {
  /// What one run left behind.
  struct Outcome {
    let status: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// What was said on standard error, without empty lines.
    var messages: [Substring] { errors.split(separator: "\n") }
  }

  /// What the program finds on its standard input.
  enum Input {
    case nothing
    case file(URL)
    /// A pipe that stays open and silent: whoever reads it waits for ever.
    case silence
  }

  struct TimedOut: Error, CustomStringConvertible {
    let command: String
    let seconds: Double

    var description: String { "\(command) did not end within \(seconds) s" }
  }

  /// Beside the test bundle; `swift test` builds both.
  static let url: URL = {
    let besideTests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "packetpress")
    if FileManager.default.isExecutableFile(atPath: besideTests.path) { return besideTests }
    return Project.root.appending(path: ".build/debug/packetpress")
  }()

  static func run(
    _ arguments: [String], input: Input = .nothing, in directory: URL? = nil, seconds: Double = 120
  ) throws -> Outcome {
    try run(program: url, arguments, input: input, in: directory, seconds: seconds)
  }

  /// Runs any program; the streams go through files, so that no pipe can fill up.
  static func run(
    program: URL, _ arguments: [String], input: Input = .nothing, in directory: URL? = nil,
    seconds: Double = 120
  ) throws -> Outcome {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = directory ?? scratch.url
    process.environment = ProcessInfo.processInfo.environment.filter {
      !$0.key.hasPrefix("PACKETPRESS_")
    }
    let silence = Pipe()
    switch input {
    case .nothing: process.standardInput = FileHandle.nullDevice
    case .file(let url): process.standardInput = try FileHandle(forReadingFrom: url)
    case .silence: process.standardInput = silence
    }
    let output = scratch.file("output")
    let errors = scratch.file("errors")
    process.standardOutput = try scratch.emptyFile(output)
    process.standardError = try scratch.emptyFile(errors)

    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + seconds) == .timedOut {
      process.terminate()
      if ended.wait(timeout: .now() + 2) == .timedOut {
        kill(process.processIdentifier, SIGKILL)
      }
      throw TimedOut(command: "packetpress \(arguments.joined(separator: " "))", seconds: seconds)
    }
    withExtendedLifetime(silence) {}
    return Outcome(
      status: process.terminationStatus,
      output: try Data(contentsOf: output),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
