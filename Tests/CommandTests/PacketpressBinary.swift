import Foundation
import TestSupport

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

  /// Ours, without what would be options of the program; lists of this system change no output.
  static var environment: [String: String] {
    var result = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PACKETPRESS_") }
    result["PACKETPRESS_MAC_VENDORS"] = "none"
    return result
  }

  /// Runs any program; the streams go through files, so that no pipe can fill up.
  static func run(
    program: URL, _ arguments: [String], input: Input = .nothing, in directory: URL? = nil,
    seconds: Double = 120
  ) throws -> Outcome {
    let scratch = try Scratch()
    let silence = Pipe()
    let source: FileHandle? =
      switch input {
      case .nothing: nil
      case .file(let url): try FileHandle(forReadingFrom: url)
      case .silence: silence.fileHandleForReading
      }
    let output = scratch.file("output")
    let errors = scratch.file("errors")
    let (outputFile, errorFile) = (try scratch.emptyFile(output), try scratch.emptyFile(errors))
    let child = try ChildProcess(
      [program.path] + arguments, environment: environment,
      directory: (directory ?? scratch.url).path, input: source?.fileDescriptor,
      output: outputFile.fileDescriptor, errors: errorFile.fileDescriptor)
    guard let status = child.wait(seconds: seconds) else {
      child.send(SIGTERM)
      _ = child.wait(seconds: 2)
      throw TimedOut(
        command: "\(program.lastPathComponent) \(arguments.joined(separator: " "))",
        seconds: seconds)
    }
    withExtendedLifetime((silence, source, outputFile, errorFile)) {}
    return Outcome(
      status: status,
      output: try Data(contentsOf: output),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
