import ArgumentParser
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
    help: ArgumentHelp("Serve only to those who know this token.", valueName: "TOKEN"))
  var serveToken: String?

  mutating func validate() throws {
    guard let serveToken else { return }
    if serve == nil { throw ValidationError("--serve-token needs --serve") }
    if serveToken.isEmpty { throw ValidationError("--serve-token takes a text that is not empty") }
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
      "Become this user when started as root (default: the output folder's owner, or nobody).",
      valueName: "USER"))
  var user: String?

  @Option(
    help: ArgumentHelp(
      "Give up every right that is not needed: strict ends where that is not possible, best says so, "
        + "off leaves all (default: best for interfaces, off for files).", valueName: "POLICY"))
  var sandbox: SandboxPolicy?
}
