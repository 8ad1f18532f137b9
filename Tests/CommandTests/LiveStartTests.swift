import Foundation
import TestSupport
import Testing

/// What live mode refuses before it makes anything, and what it takes from its environment.
@Suite struct LiveStartTests {
  let scratch = try! Scratch()

  private func expectRefusal(
    _ arguments: [String], naming name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try PacketpressBinary.run(["live"] + arguments, in: scratch.url, seconds: 10)
    #expect(outcome.status == 2, sourceLocation: sourceLocation)
    #expect(outcome.messages.count == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(name), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(!scratch.file("Reports").exists, sourceLocation: sourceLocation)
  }

  @Test(arguments: ["--replay", "--follow"])
  func refusesAFileThatCannotBeRead(option: String) throws {
    try expectRefusal([option, "missing.pcap"], naming: "missing.pcap: no such file")
    try FileManager.default.createDirectory(
      at: scratch.file("drawer"), withIntermediateDirectories: true)
    try expectRefusal([option, "drawer"], naming: "drawer")
    let letter = try scratch.write("packets, they said, and many of them\n", to: "letter.pcap")
    try expectRefusal([option, letter.path], naming: "letter.pcap is not a capture")
  }

  @Test func refusesAnEmptyFileThatDoesNotGrow() throws {
    try expectRefusal(
      ["--replay", try scratch.write("", to: "nothing.pcap").path], naming: "nothing.pcap is empty")
  }

  @Test func followsAFileThatIsEmptyYet() throws {
    let outcome = try PacketpressBinary.run(
      [
        "live", "--follow", try scratch.write("", to: "nothing.pcap").path, "--duration", "1s",
        "--format", "json", "-o", scratch.file("report").path,
      ], seconds: 10)
    #expect(outcome.errors.contains("watching "), "\(outcome.errors)")
    #expect(scratch.file("report/report.json").exists)
  }

  /// What is said of serving to everybody, which is warned of only without a token.
  private func serve(_ variable: String...) throws -> PacketpressBinary.Outcome {
    try #require(Tool("env")).run(
      variable + [
        PacketpressBinary.url.path, "live", "--replay", Project.sample("one-packet.pcap").path,
        "--serve", "0.0.0.0:0", "--format", "json", "-o", scratch.file("report").path,
      ])
  }

  @Test func takesTheTokenFromTheEnvironment() throws {
    #expect(try serve().errors.contains("ask for a token"))
    let outcome = try serve("PACKETPRESS_SERVE_TOKEN=secret")
    #expect(outcome.status == 0 && !outcome.errors.contains("ask for a token"))
    #expect(!outcome.errors.contains("secret"), "\(outcome.errors)")
  }

  @Test func refusesAnEmptyTokenOfTheEnvironment() throws {
    let outcome = try serve("PACKETPRESS_SERVE_TOKEN=")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("PACKETPRESS_SERVE_TOKEN takes a text that is not empty"))
  }
}
