import Foundation
import TestSupport
import Testing

/// Messages for programs: one JSON object a line.
@Suite struct LogFormatTests {
  private let scratch = try! Scratch()

  private func run(
    _ arguments: [String], settings: [String: String] = [:]
  ) throws -> (status: Int32, objects: [[String: Any]]) {
    let outcome = try PacketpressBinary.run(arguments, settings: settings)
    let objects = try outcome.messages.map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
    return (outcome.status, objects)
  }

  private var output: [String] { ["-o", scratch.file("report").path, "--format", "json"] }

  @Test func aCaptureThatIsCutShortIsNamedWithItsOffset() throws {
    let path = Project.sample("cut-short.pcap").path
    let (status, objects) = try run(["analyze", path, "--log-format", "json"] + output)
    #expect(status == 0)
    let warning = try #require(objects.first { $0["level"] as? String == "warning" })
    #expect(warning["file"] as? String == path)
    #expect(warning["offset"] as? Int ?? 0 > 24)
    #expect(warning["packet"] as? Int ?? 0 > 0)
    #expect((warning["message"] as? String)?.contains("cut short") == true)
  }

  @Test func progressIsToldInTheEndAtLeast() throws {
    let (_, objects) = try run(
      ["analyze", Project.sample("web.pcap").path, "--log-format=json"] + output)
    let last = try #require(objects.last { $0["level"] as? String == "progress" })
    #expect(last["packets"] as? Int == 257 && last["done"] as? Bool == true)
    #expect(last["bytes"] as? Int == last["total_bytes"] as? Int)
    let quiet = try run(
      ["analyze", Project.sample("web.pcap").path, "--log-format=json", "-q"] + output)
    #expect(quiet.objects.isEmpty)
  }

  @Test(arguments: [
    ["analyze", "/nonexistent.pcap", "--log-format", "json"],
    ["export", "dns", "/nonexistent.pcap", "--log-format", "json"],
    ["learn", "/nonexistent.pcap", "--log-format", "json"],
    ["compare", "/nonexistent.pcap", "/none", "--log-format", "json"],
    ["live", "--replay", "/nonexistent.pcap", "--log-format", "json", "-o", "out"],
    ["snapshot", "/nonexistent.pcap", "--log-format", "json", "-o", "out"],
    ["protocols", "--log-format", "json", "--format", "xml"],
    ["findings", "--log-format", "json", "--format", "xml"],
    ["interfaces", "--log-format", "json", "--format", "xml"],
    ["analyze", "--log-format", "json", "--no-such-option"],
  ])
  func errorsOfEveryCommandAreObjects(arguments: [String]) throws {
    let (status, objects) = try run(arguments)
    #expect(status == 2)
    let levels = objects.compactMap { $0["level"] as? String }
    #expect(levels.contains("error"), "\(objects)")
    #expect(objects.allSatisfy { $0["level"] as? String == "progress" || $0["message"] is String })
  }

  @Test func verdictsAreObjects() throws {
    let capture = scratch.file("silent.pcap")
    try Data(SilentService.pcap).write(to: capture)
    let (status, objects) = try run(
      ["analyze", capture.path, "--fail-on", "warning", "--log-format", "json"] + output)
    #expect(status == 1)
    let verdict = objects.filter { $0["level"] as? String == "verdict" }
    #expect(verdict.count == 1)
    #expect((verdict.first?["message"] as? String)?.contains("tcp-service-unanswered") == true)
  }

  @Test func liveTellsHowItGoes() throws {
    let (status, objects) = try run(
      [
        "live", "--replay", Project.sample("web.pcap").path, "--speed", "max", "--log-format",
        "json",
      ] + output)
    #expect(status == 0)
    #expect(objects.contains { $0["level"] as? String == "note" })
    #expect(objects.contains { $0["packets_per_second"] is Int })
  }

  @Test func theEnvironmentMayAskForIt() throws {
    let (status, objects) = try run(
      ["analyze", "/nonexistent.pcap"], settings: ["PACKETPRESS_LOG_FORMAT": "json"])
    #expect(status == 2 && objects.last?["level"] as? String == "error")
  }

  @Test func otherFormatsAreWrongUsage() throws {
    let outcome = try PacketpressBinary.run(["analyze", "x", "--log-format", "xml"])
    #expect(outcome.status == 2 && outcome.errors.contains("--log-format"))
  }
}
