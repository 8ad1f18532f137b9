package import Foundation

/// The program itself, as the package manager built it, run the way a user runs it.
package enum PacketpressBinary {
  /// What one run left behind.
  package struct Outcome {
    package let status: Int32
    package let output: Data
    package let errors: String

    package var text: String { String(decoding: output, as: UTF8.self) }

    /// What was said on standard error, without empty lines.
    package var messages: [Substring] { errors.split(separator: "\n") }
  }

  /// What the program finds on its standard input.
  package enum Input {
    case nothing
    case file(URL)
    /// A pipe that stays open and silent: whoever reads it waits for ever.
    case silence
  }

  package struct TimedOut: Error, CustomStringConvertible {
    let command: String
    let seconds: Double

    package init(command: String, seconds: Double) {
      self.command = command
      self.seconds = seconds
    }

    package var description: String { "\(command) did not end within \(seconds) s" }
  }

  /// Beside the test bundle; `swift test` builds both.
  package static let url: URL = {
    let besideTests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "packetpress")
    if FileManager.default.isExecutableFile(atPath: besideTests.path) { return besideTests }
    return Project.root.appending(path: ".build/debug/packetpress")
  }()

  package static func run(
    _ arguments: [String], input: Input = .nothing, in directory: URL? = nil,
    settings: [String: String] = [:], seconds: Double = 120
  ) throws -> Outcome {
    try run(
      program: url, arguments, input: input, in: directory, settings: settings, seconds: seconds)
  }

  /// Ours, without what would be options of the program; lists of this system change no output.
  package static var environment: [String: String] {
    ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PACKETPRESS_") }
      .merging(["XDG_CONFIG_HOME": "/nonexistent", "PACKETPRESS_MAC_VENDORS": "none"]) { $1 }
  }

  /// Runs any program; the streams go through files, so that no pipe can fill up.
  package static func run(
    program: URL, _ arguments: [String], input: Input = .nothing, in directory: URL? = nil,
    settings: [String: String] = [:], seconds: Double = 120
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
      [program.path] + arguments, environment: environment.merging(settings) { $1 },
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
