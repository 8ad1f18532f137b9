import Foundation
import TestSupport
import Testing

/// Findings as the program tells them: exit status, files, settings.
@Suite struct FindingsTests {
  private let scratch = try! Scratch()

  /// A capture in which a service does not answer five clients.
  private func silentService() throws -> URL {
    let file = scratch.file("silent.pcap")
    try Data(SilentService.pcap).write(to: file)
    return file
  }

  private func analyze(_ arguments: [String]) throws -> PacketpressBinary.Outcome {
    try PacketpressBinary.run(
      ["analyze", silentService().path, "-o", scratch.file("report").path] + arguments)
  }

  @Test func exitStatusTellsOfThemOnlyWhenAsked() throws {
    #expect(try analyze([]).status == 0)
    #expect(try analyze(["--fail-on", "warning"]).status == 1)
    #expect(try analyze(["--fail-on", "note"]).status == 1)
    #expect(try analyze(["--fail-on", "error"]).status == 0)
    #expect(scratch.file("report/index.html").exists)
  }

  @Test func rulesAndBoundsCanBeSet() throws {
    let strict = ["--fail-on", "note"]
    #expect(try analyze(strict + ["--finding-off", "tcp-service-unanswered"]).status == 0)
    #expect(try analyze(strict + ["--threshold", "tcp-service-unanswered.warning=6"]).status == 0)
    let file = try scratch.write(
      "finding-off: [tcp-service-unanswered]\n", to: "settings.yaml")
    #expect(try analyze(strict + ["--config", file.path]).status == 0)
  }

  @Test(arguments: [
    ["--finding-off", "tcp-service-unanswerd"],
    ["--threshold", "tcp-service-unanswered.waning=6"],
    ["--threshold", "tcp-service-unanswered.warning=six"],
    ["--threshold", "tcp-service-unanswered.warning"],
  ])
  func whatIsNoRuleOrBoundIsWrongUsage(arguments: [String]) throws {
    let outcome = try analyze(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("tcp-service-unanswered"), "\(outcome.errors)")
  }

  @Test func reportNamesThemWithTheirEvidence() throws {
    #expect(try analyze([]).status == 0)
    let report = scratch.file("report")
    let data = try Data(contentsOf: report.appending(path: "report.json"))
    let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let findings = try #require(json["findings"] as? [[String: Any]])
    let finding = try #require(findings.first { $0["id"] as? String == "tcp-service-unanswered" })
    #expect(finding["subject"] as? String == "192.0.2.2:80/tcp")
    #expect(finding["packets"] as? [Int] == [1, 2, 3, 4, 5])
    let evidence = try #require(finding["evidence"] as? String)
    #expect(evidence == "evidence/tcp-service-unanswered-001.pcapng")
    for name in ["index.html", "summary.md"] {
      let text = try String(contentsOf: report.appending(path: name), encoding: .utf8)
      #expect(text.contains("A service does not answer"), "\(name)")
    }
  }

  @Test(.enabled(if: Tool.isInstalled("tshark")))
  func evidenceSaysWhyInWireshark() throws {
    #expect(try analyze([]).status == 0)
    let tshark = try #require(Tool("tshark"))
    let lines = try tshark.run([
      "-r", scratch.file("report/evidence/tcp-service-unanswered-001.pcapng").path, "-Y",
      "tcp.flags.syn == 1", "-T", "fields", "-e", "frame.comment",
    ]).text.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.first?.hasPrefix("packet 1 of the capture: tcp-service-unanswered") == true)
  }

  @Test func noEvidenceWhereItIsNotWantedOrStale() throws {
    #expect(try analyze([]).status == 0)
    let file = scratch.file("report/evidence/tcp-service-unanswered-001.pcapng")
    #expect(file.exists)
    #expect(try analyze(["--no-evidence"]).status == 0)
    #expect(!file.exists)
  }

  /// When it fails: `packetpress findings --format md > Documentation/Findings.md`.
  @Test func areWhatTheDocumentationSays() throws {
    let page = Project.root.appending(path: "Documentation/Findings.md")
    let outcome = try PacketpressBinary.run(["findings", "--format", "md"])
    #expect(try String(contentsOf: page, encoding: .utf8) == outcome.text)
  }
}
