import Foundation
import TestSupport
import Testing

/// Options from the environment and from the settings file, seen by the number of rows of a table.
@Suite struct SettingsTests {
  private static let sample = Project.root.appending(path: "Samples/everything.pcapng").path

  private func run(
    _ options: [String], file: String? = nil, settings: [String: String] = [:]
  ) throws -> (status: Int32, hosts: Int?, errors: String) {
    let scratch = try Scratch()
    var settings = settings
    if let file {
      let url = scratch.file("config.yaml")
      try file.write(to: url, atomically: true, encoding: .utf8)
      settings["PACKETPRESS_CONFIG"] = url.path
    }
    let outcome = try PacketpressBinary.run(
      ["analyze", Self.sample, "--stdout", "json"] + options, settings: settings)
    let report = try? JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    return (outcome.status, (report?["hosts"] as? [Any])?.count, outcome.errors)
  }

  @Test func takesTheEnvironment() throws {
    #expect(try run([], settings: ["PACKETPRESS_MAX_ROWS": "12"]).hosts == 12)
  }

  @Test func takesTheFileForAllCommandsAndForOne() throws {
    #expect(try run([], file: "max-rows: 13").hosts == 13)
    #expect(try run([], file: "max-rows: 13\nanalyze:\n  max-rows: 14\nlive: {top: 5}").hosts == 14)
    #expect(try run([], file: "# nothing is set").hosts == 24)
  }

  @Test func putsTheCommandLineFirstThenTheEnvironment() throws {
    let settings = ["PACKETPRESS_MAX_ROWS": "12"]
    #expect(try run([], file: "max-rows: 13", settings: settings).hosts == 12)
    #expect(try run(["--max-rows", "11"], file: "max-rows: 13", settings: settings).hosts == 11)
    #expect(try run(["--max-rows=11"], settings: settings).hosts == 11)
  }

  @Test func takesFlags() throws {
    let scratch = try Scratch()
    let url = scratch.file("cut.pcap")
    try Data(contentsOf: URL(filePath: Self.sample)).prefix(3000).write(to: url)
    for (value, isSaid) in [("true", false), ("no", true)] {
      let outcome = try PacketpressBinary.run(
        ["analyze", url.path, "--stdout", "text"], settings: ["PACKETPRESS_QUIET": value])
      #expect(outcome.errors.contains("cut short") == isSaid, "\(value)")
    }
    let outcome = try run([], settings: ["PACKETPRESS_QUIET": "perhaps"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("PACKETPRESS_QUIET: 'perhaps' is no value of quiet"))
  }

  @Test(arguments: [
    ("tops: 3", "config.yaml line 1: no option is called 'tops'; did you mean 'top'?"),
    ("top: 3\nlive:\n  evry: 3s", "line 3: no option is called 'evry'; did you mean 'every'?"),
    ("live: 3", "'live' is a command"),
    ("top: {a: 3}", "line 1: here one value is expected"),
    ("top: [3, 4]", "top takes one value, here are 2"),
    ("- top", "not a list of options"), ("top: [", "not YAML"),
  ])
  func saysWhatIsWrongInTheFile(file: String, message: String) throws {
    let outcome = try run([], file: file)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func saysWhereAWrongValueComesFrom() throws {
    let variable = try run([], settings: ["PACKETPRESS_TOP": "many"])
    #expect(variable.status == 2)
    #expect(variable.errors.contains("--top comes from PACKETPRESS_TOP"))
    #expect(try run([], file: "top: many").errors.contains("config.yaml line 1"))
    let missing = try run([], settings: ["PACKETPRESS_CONFIG": "/nonexistent/config.yaml"])
    #expect(missing.status == 2)
    #expect(missing.errors.contains("cannot read the settings in /nonexistent/config.yaml"))
  }

  @Test func warnsOfAVariableThatNoOptionHas() throws {
    let outcome = try run([], settings: ["PACKETPRESS_TOPP": "3"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("PACKETPRESS_TOPP is not used"))
    #expect(try run([], settings: ["PACKETPRESS_EVERY": "3s"]).errors.isEmpty)
  }
}
