import Foundation
import TestSupport
import Testing

/// `charts`, and the options that say what of a report is wanted.
@Suite struct ChartsTests {
  private let scratch = try! Scratch()

  private func charts(_ arguments: String...) throws -> PacketpressBinary.Outcome {
    try PacketpressBinary.run(["charts"] + arguments)
  }

  @Test func listsWhatCanBeDrawn() throws {
    let outcome = try charts("--list")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count > 10 && lines.contains { $0.hasPrefix("packet-rate  ") })
    let contract = try String(
      contentsOf: Project.root.appending(path: "Documentation/Contract.md"),
      encoding: .utf8)
    for line in lines {
      let name = try #require(line.split(separator: " ").first)
      #expect(contract.contains("| `\(name)`"), "\(name)")
    }
  }

  @Test func drawsAPictureOfTheSizeAskedFor() throws {
    let file = scratch.file("rate.png")
    let outcome = try charts(
      Project.sample("everything.pcapng").path, "--chart", "packet-rate", "--size", "600x300",
      "--scale",
      "1.5", "-o", file.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let bytes = Array(try Data(contentsOf: file))
    #expect(bytes.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
    let side = { (at: Int) in bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(side(16) == 900 && side(20) == 450)
  }

  @Test(arguments: [("svg", "<?xml"), ("pdf", "%PDF-")])
  func drawsVectors(ending: String, start: String) throws {
    let files = ["a", "b"].map { scratch.file("\($0).\(ending)") }
    for file in files {
      let outcome = try charts(
        Project.sample("web.pcap").path, "--chart", "http-statuses", "-o", file.path, "--theme",
        "dark")
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let contents = try files.map { try Data(contentsOf: $0) }
    #expect(contents[0].starts(with: Array(start.utf8)))
    #expect(contents[0] == contents[1], "not the same bytes")
  }

  @Test func drawsWhyThereIsNothing() throws {
    let file = scratch.file("none.svg")
    let outcome = try charts(
      Project.sample("empty.pcap").path, "--chart", "tls-versions", "-o", file.path)
    #expect(outcome.status == 0 && file.exists)
  }

  @Test(arguments: [
    (["--chart", "packet-rat"], "did you mean 'packet-rate'?"),
    (["--chart", "zebra"], "there are packet-rate, "),
    ([], "--chart"),
    (["--chart", "sources", "--size", "10x10"], "--size"),
    (["--chart", "sources", "--size", "9000x9000", "--scale", "8"], "100 million"),
    (["--chart", "sources", "--scale", "0"], "--scale"),
    (["--chart", "sources", "-o", "x.gif"], ".png, .svg or .pdf"),
  ])
  func wrongUsageIsTold(arguments: [String], words: String) throws {
    let outcome = try PacketpressBinary.run(
      ["charts", Project.sample("dns.pcap").path] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test(arguments: [
    (["--no-chart", "packet-rates"], "did you mean 'packet-rate'?"),
    (["--only-section", "dsn"], "did you mean 'dns'?"),
    (["--hide-section", "zebra"], "there are summary, "),
  ])
  func aNameThatNothingHasIsWrongUsage(arguments: [String], words: String) throws {
    let outcome = try PacketpressBinary.run(
      ["analyze", Project.sample("dns.pcap").path, "-o", scratch.file("r").path] + arguments)
    #expect(outcome.status == 2 && !scratch.file("r").exists)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test(arguments: [[], ["--no-evidence"]])
  func findingsAreMarkedOnChartsOverTime(arguments: [String]) throws {
    let folder = scratch.file("scan")
    let outcome = try PacketpressBinary.run(
      [
        "analyze", Project.sample("portscan.pcap").path, "-o", folder.path, "--format", "html",
        "--only-section", "time",
      ] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
    #expect(
      page.contains("Marked: ") && page.contains("Ports are probed by odd TCP flags, warning, at "))
  }

  @Test func aReportHoldsWhatIsWanted() throws {
    let folder = scratch.file("report")
    let outcome = try PacketpressBinary.run([
      "analyze", Project.sample("dns.pcap").path, "-o", folder.path, "--no-chart", "bit-rate",
      "--only-section", "time", "--only-section", "dns", "--hide-section", "dns",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
    #expect(page.contains("<section id=\"time\"") && !page.contains("<section id=\"dns\""))
    let pictures = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "charts").path)
    #expect(pictures.sorted() == ["packet-rate-dark.png", "packet-rate.png"])
    let json = try String(contentsOf: folder.appending(path: "report.json"), encoding: .utf8)
    #expect(json.contains("left out by --hide-section"))
  }
}
