import Foundation
import TestSupport
import Testing

/// `--subtitle`, `--author`, `--logo`, `--accent` and `--note` of the real program.
@Suite struct BrandingTests {
  private static let sample = Project.sample("web.pcap").path
  private static let svg = """
    <svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><script>alert(1)</script>\
    <rect width="90" height="30" fill="#b3003c"/></svg>
    """
  let scratch = try! Scratch()

  private func file(_ name: String, _ content: String) throws -> String {
    let url = scratch.file(name)
    try Data(content.utf8).write(to: url)
    return url.path
  }

  private func run(
    _ options: [String], settings: [String: String] = [:], command: [String] = ["analyze", sample]
  ) throws -> (report: URL, outcome: PacketpressBinary.Outcome) {
    let report = scratch.file("report")
    let outcome = try PacketpressBinary.run(
      command + ["-o", report.path] + options, settings: settings)
    return (report, outcome)
  }

  private func text(_ report: URL, _ name: String) throws -> String {
    try String(contentsOf: report.appending(path: name), encoding: .utf8)
  }

  private func options() throws -> [String] {
    [
      "--subtitle", "Second <floor>", "--author", "Ann \"N\" Co", "--accent", "b3003c",
      "--logo", try file("logo.svg", Self.svg),
      "--note", try file("note.md", "# Why\n\nAsk [us](https://desk.example/)."),
    ]
  }

  @Test func isInEveryFormatForPeople() throws {
    let (report, outcome) = try run(options())
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try text(report, "index.html")
    for part in [
      "<meta name=\"author\" content=\"Ann &quot;N&quot; Co\">", "Second &lt;floor&gt;",
      "src=\"charts/logo.png\"", "href=\"https://desk.example/\"", "id=\"note\"",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("alert(1)"))
    #expect(try text(report, "style.css").contains("--link: #b3003c"))
    let summary = try text(report, "summary.md")
    #expect(summary.contains("Second &lt;floor&gt;") && summary.contains("By Ann \"N\" Co"))
    #expect(summary.contains("## Note") && summary.contains("[us](https://desk.example/)"))
    let logo = try Data(contentsOf: report.appending(path: "charts/logo.png"))
    #expect(logo.starts(with: [0x89, 0x50, 0x4E, 0x47]) && logo.count < 20_000)
  }

  @Test func isInASingleFile() throws {
    let (report, outcome) = try run(options() + ["--single-file", "--format", "html"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try text(report, "index.html").contains("class=\"logo\" src=\"data:image/png;base64,"))
    #expect(report.filesBelow.filter { !$0.hasPrefix("evidence") } == ["index.html"])
  }

  @Test func isInAComparison() throws {
    let other = Project.sample("dns.pcap").path
    let (report, outcome) = try run(options(), command: ["compare", Self.sample, other])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try text(report, "index.html")
    #expect(page.contains("charts/logo.png") && page.contains("Second &lt;floor&gt;"))
    #expect(try text(report, "summary.md").contains("## Note"))
    #expect(report.filesBelow.contains("charts/logo.png"))
  }

  @Test func isOnBothPagesOfALiveReport() throws {
    let live = ["live", "--replay", Self.sample, "--speed", "max", "--quiet"]
    let (report, outcome) = try run(options(), command: live)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for folder in ["", "window/"] {
      #expect(try text(report, folder + "index.html").contains("src=\"charts/logo.png"))
      #expect(report.filesBelow.contains(folder + "charts/logo.png"))
    }
  }

  @Test func leavesNoLogoOfAnEarlierReport() throws {
    _ = try run(options())
    let (report, _) = try run([])
    #expect(!report.filesBelow.contains("charts/logo.png"))
    #expect(try !text(report, "index.html").contains("class=\"logo\""))
  }

  @Test func comesFromTheEnvironmentAsAllOptionsDo() throws {
    let settings = ["PACKETPRESS_AUTHOR": "Ann", "PACKETPRESS_ACCENT": "#b3003c"]
    let (report, outcome) = try run([], settings: settings)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try text(report, "index.html").contains("content=\"Ann\""))
  }

  @Test(arguments: [
    ("--logo", "GIF89a", "neither a PNG nor an SVG"), ("--logo", "<svg", "damaged"),
    ("--logo", "<svg xmlns='http://www.w3.org/2000/svg'/>", "no size"),
    ("--note", "\u{0}", nil),
  ])
  func refusesWhatIsNoSuchFile(option: String, content: String, reason: String?) throws {
    let (_, outcome) = try run([option, try file("file", content), "--format", "md"])
    #expect(outcome.status == (reason == nil ? 0 : 2))
    if let reason { #expect(outcome.errors.contains(reason), "\(outcome.errors)") }
  }

  @Test func refusesWhatIsMissingLargeOrNoFile() throws {
    let large = scratch.file("large")
    try Data(count: 1 << 21).write(to: large)
    let latin = scratch.file("latin")
    try Data([0x61, 0xE4, 0x62]).write(to: latin)
    for (options, reason) in [
      (["--logo", "/nonexistent/logo.png"], "no such file"),
      (["--logo", "/dev/zero"], "no such file"),
      (["--logo", large.path], "1024 KiB"), (["--note", large.path], "64 KiB"),
      (["--note", "/nonexistent"], "no such file"), (["--note", latin.path], "UTF-8"),
      (["--accent", "reddish"], "#0a58a6"), (["--pdf-pages", "1"], "from 2 to 10000"),
    ] {
      let (report, outcome) = try run(options)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(reason), "\(options): \(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: report.path))
    }
  }

  @Test func saysHowAColourWasChanged() throws {
    let (_, outcome) = try run(["--accent", "#fe0", "--verbose", "--format", "md"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("#ffee00 is #"), "\(outcome.errors)")
  }
}
