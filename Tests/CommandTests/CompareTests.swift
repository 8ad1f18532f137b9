import Foundation
import TestSupport
import Testing

/// `packetpress compare` as users run it.
@Suite struct CompareTests {
  private let scratch = try! Scratch()
  private let dns = Project.sample("dns.pcap").path
  private let web = Project.sample("web.pcap").path

  private func compare(_ arguments: String...) throws -> PacketpressBinary.Outcome {
    try PacketpressBinary.run(["compare"] + arguments, in: scratch.url)
  }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try PacketpressBinary.run(["compare"] + arguments + ["--stdout", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
  }

  @Test func sameCaptureIsTheSame() throws {
    let result = try json([web, web])
    #expect(result["same"] as? Bool == true)
    #expect((result["changes"] as? [Any])?.isEmpty == true)
    #expect(try compare(web, web, "--fail-on-change", "any").status == 0)
  }

  @Test func tellsWhatIsNewAndGone() throws {
    let changes = try #require(try json([dns, web])["changes"] as? [[String: Any]])
    let marks = changes.map { change in
      [change["kind"], change["category"], change["subject"]].map { $0 as? String ?? "" }
        .joined(separator: " ")
    }
    #expect(marks.contains("new applications http"))
    #expect(marks.contains("gone services 53/tcp"))
    #expect(marks.contains { $0.hasPrefix("gone names ") })
    #expect(marks.contains { $0.hasPrefix("new services ") && $0.hasSuffix("/tcp") })
  }

  @Test func writesAFolderOfItsOwn() throws {
    let outcome = try compare(dns, web)
    #expect(outcome.status == 0)
    #expect(outcome.text == "Comparison: Reports/dns-web/index.html\n")
    #expect(
      scratch.file("Reports/dns-web").filesBelow
        == ["comparison.json", "icon.svg", "index.html", "report.js", "style.css", "summary.md"])
    #expect(try compare(dns, web, "-o", "other", "--format", "md", "--quiet").text.isEmpty)
    #expect(scratch.file("other").filesBelow == ["summary.md"])
  }

  @Test func writesTextAndMarkdownToStandardOutput() throws {
    for format in ["text", "md"] {
      let outcome = try compare(dns, web, "--stdout", format, "--title", "Two days")
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("Two days"))
      #expect(outcome.text.contains("http"))
    }
    #expect(scratch.url.filesBelow.isEmpty)
  }

  @Test(arguments: [("any", 1), ("new", 1), ("gone", 1), ("never", 0)] as [(String, Int32)])
  func exitStatusTellsOfChangesWhenAsked(level: String, status: Int32) throws {
    #expect(try compare(dns, web, "--fail-on-change", level, "--stdout", "md").status == status)
  }

  @Test func exitStatusTellsOfNamedKindsOnly() throws {
    let empty = Project.sample("empty.pcap").path
    #expect(try compare(dns, empty, "--fail-on-change", "new", "--quiet").status == 0)
    #expect(try compare(dns, empty, "--fail-on-change", "gone", "--quiet").status == 1)
  }

  @Test func whatCannotBeReadIsAnError() throws {
    for pair in [("missing.pcap", web), (web, "missing.pcap")] {
      let outcome = try compare(pair.0, pair.1, "-o", "report")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("missing.pcap"))
      #expect(!scratch.file("report/index.html").exists)
    }
  }

  @Test(arguments: [
    ["one.pcap"], ["-", "-"], ["a", "b", "--stdout", "html"], ["a", "b", "--format", "pdf"],
    ["a", "b", "--fail-on-change", "some"], ["a", "b", "--top", "0"],
  ])
  func wrongUsageIsAnError(arguments: [String]) throws {
    let outcome = try PacketpressBinary.run(["compare"] + arguments)
    #expect(outcome.status == 2)
    #expect(!outcome.errors.isEmpty && outcome.output.isEmpty)
  }

  @Test func takesFoldersPatternsAndStandardInput() throws {
    let folder = scratch.file("captures")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: URL(filePath: dns), to: folder.appending(path: "a.pcap"))
    let pattern = folder.path + "/*.pcap"
    #expect(try json([folder.path, pattern])["same"] as? Bool == true)
    let outcome = try PacketpressBinary.run(
      ["compare", dns, "-", "--fail-on-change", "any", "--stdout", "md"],
      input: .file(URL(filePath: dns)))
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func filterHoldsForBothSides() throws {
    let result = try json([dns, web, "--filter", "arp"])
    for side in ["base", "new"] {
      #expect((result[side] as? [String: Any])?["filter"] as? String == "arp")
    }
    let changes = try #require(result["changes"] as? [[String: Any]])
    #expect(!changes.contains { $0["category"] as? String == "applications" })
    let outcome = try compare(dns, web, "--filter", "portt 53")
    #expect(outcome.status == 2 && outcome.errors.contains("portt"))
  }

  @Test func workersMakeNoDifference() throws {
    let one = try compare(dns, web, "--stdout", "json", "--workers", "1")
    let four = try compare(dns, web, "--stdout", "json", "--workers", "4")
    #expect(one.output == four.output && one.status == 0)
  }

  @Test func optionsComeFromTheEnvironment() throws {
    let outcome = try PacketpressBinary.run(
      ["compare", dns, web, "--stdout", "md"],
      settings: ["PACKETPRESS_FAIL_ON_CHANGE": "new"])
    #expect(outcome.status == 1)
  }
}
