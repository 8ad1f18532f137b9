import ArgumentParser
import Glibc
import LiveCapture
import ReportServer

extension SandboxPolicy: ExpressibleByArgument {}

/// How the page is served.
struct ServeOptions: ParsableArguments {
  @Option(
    defaultAsFlag: ServerAddress.default,
    help: ArgumentHelp("Serve the report over HTTP.", valueName: "ADDRESS:PORT"),
    transform: ServerAddress.init(parsing:))
  var serve: ServerAddress?

  @Option(
    help: ArgumentHelp(
      "Serve only to those who know this token. Other users can read it in the list of processes, "
        + "but not in the environment variable \(variable), which is used without this option.",
      valueName: "TOKEN"))
  var serveToken: String?

  private static let variable = "PACKETPRESS_SERVE_TOKEN"

  private static var tokenOfEnvironment: String? {
    unsafe getenv(variable).map { unsafe String(cString: $0) }
  }

  /// What is asked for of those who are served.
  var token: String? { serveToken ?? Self.tokenOfEnvironment }

  mutating func validate() throws {
    if serve == nil, serveToken != nil { throw ValidationError("--serve-token needs --serve") }
    if serve != nil, token?.isEmpty == true {
      let name = serveToken == nil ? Self.variable : "--serve-token"
      throw ValidationError("\(name) takes a text that is not empty")
    }
  }
}

/// Where packets are saved to.
struct RecordingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Save the packets that are seen to this file.", valueName: "FILE.pcapng"),
    completion: .file(extensions: ["pcapng"]))
  var write: String?

  @Option(
    help: ArgumentHelp(
      "Begin a new file at this size or time: 100MB, 1h, or both with a comma.", valueName: "RULE"),
    transform: RotationRule.init(_:))
  var rotate: RotationRule?

  @Option(help: ArgumentHelp("Keep so many of these files.", valueName: "N"))
  var keep: Int?

  mutating func validate() throws {
    if write == nil, rotate != nil || keep != nil {
      throw ValidationError("--rotate and --keep need --write")
    }
    if let keep {
      guard rotate != nil else { throw ValidationError("--keep needs --rotate") }
      guard keep >= 1 else { throw ValidationError("--keep takes a number from 1") }
    }
  }
}

/// What is given up before the first packet is read.
struct PrivilegeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Become this user when started as root (default: the owner of the output folder, or of the "
        + "nearest folder above that is not root's; else nobody).",
      valueName: "USER"))
  var user: String?

  @Option(
    help: ArgumentHelp(
      "Give up every right that is not needed: strict ends where that is not possible, best says so, "
        + "off leaves all (default: best for interfaces, off for files).", valueName: "POLICY"))
  var sandbox: SandboxPolicy?
}
