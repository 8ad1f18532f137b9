import Charts
import Foundation
import Reporting
import TestSupport
import Testing
import TrafficAnalysis
import Wording

/// What a reader sees, told by poppler-utils and qpdf; without them these tests are skipped.
@Suite struct PDFReportTests {
  static let hasTools = Tool.isInstalled("pdfinfo", "pdffonts", "pdftotext", "qpdf")

  private func run(_ tool: String, _ bytes: [UInt8], _ arguments: [String] = []) throws -> String {
    let scratch = try Scratch()
    let file = scratch.file("report.pdf")
    try Data(bytes).write(to: file)
    let outcome = try #require(Tool(tool)).run(
      arguments + [file.path] + (tool == "pdftotext" ? ["-"] : []))
    #expect(outcome.status == 0, "\(tool): \(outcome.errors)")
    return outcome.text
  }

  /// Those without other options are made once: they take seconds.
  private static let made = Snapshots.all.reduce(into: [String: Result<[UInt8], any Error>]()) {
    made, entry in made[entry.name] = Result { try Self.pdf(entry.name) { _ in } }
  }

  private func pdf(_ name: String) throws -> [UInt8] {
    try #require(Self.made[name]).get()
  }

  private func pdf(
    _ name: String, _ change: (inout ReportOptions) -> Void
  ) throws -> [UInt8] {
    try Self.pdf(name, change)
  }

  private static func pdf(
    _ name: String, _ change: (inout ReportOptions) -> Void
  ) throws -> [UInt8] {
    let snapshot = try #require(Snapshots.all.first { $0.name == name }).snapshot
    let files = try Reports.files(snapshot) { options in
      options.formats = [.pdf]
      options.top = 1_000
      change(&options)
    }
    return try #require(files["report.pdf"])
  }

  private func pages(_ bytes: [UInt8]) throws -> Int {
    let pages = try run("pdfinfo", bytes).firstMatch(of: /Pages:\s+(\d+)/)
    return try #require(Int(pages?.1 ?? ""))
  }

  @Test(.enabled(if: hasTools), arguments: Snapshots.all.map(\.name))
  func isSoundAndEndsBeforeFortyPages(name: String) throws {
    let bytes = try pdf(name)
    #expect(bytes.starts(with: Array("%PDF".utf8)))
    #expect(try pages(bytes) <= 40)
    #expect(try run("qpdf", bytes, ["--check"]).contains("No syntax or stream encoding errors"))
    #expect(try run("pdfinfo", bytes).contains(/Tagged:\s+yes/))
    let fonts = try run("pdffonts", bytes).split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts { #expect(font.contains(/\s+yes +yes +(yes|no) +\d+ +0$/), "\(font)") }
  }

  @Test(.enabled(if: hasTools), arguments: Snapshots.all.map(\.name))
  func hasEveryNumberOfTheSummary(name: String) throws {
    let snapshot = try #require(Snapshots.all.first { $0.name == name }).snapshot
    let summary = Report(snapshot, options: Reports.options()).document.sections[0]
    let text = try run("pdftotext", pdf(name), ["-raw"])
    for case .keyFigures(let figures) in summary.blocks {
      for figure in figures { #expect(text.contains(figure.value.text), "\(figure)") }
    }
  }

  @Test(.enabled(if: hasTools))
  func saysWhatTheReportSays() throws {
    let bytes = try pdf("busy")
    let text = try run("pdftotext", bytes, ["-layout"])
    for value in ["184,223", "148 MB", "2 min 3 s", "1,204", "Contents", "10.0.0.5", "TLS 1.3"] {
      #expect(text.contains(value), "\(value)")
    }
    #expect(text.contains("1 of ") && text.contains("2 of "))
  }

  @Test(.enabled(if: hasTools))
  func isSetForThePaperAndDescribesItself() throws {
    #expect(try run("pdfinfo", pdf("busy")).contains("A4"))
    let letter = try run("pdfinfo", pdf("busy") { $0.paper = .letter })
    #expect(letter.contains("letter") && letter.contains("office-2024-05-01.pcapng"))
    #expect(letter.contains("2024"))
  }

  @Test(.enabled(if: hasTools))
  func leadsToSectionsFiguresAndTables() throws {
    let outline = try run("qpdf", pdf("busy"), ["--json", "--json-key=outlines"])
    for title in ["Summary", "Protocols", "Appendix", "Figure 1. "] {
      #expect(outline.contains("\"title\": \"\(title)"), "\(title)")
    }
  }

  @Test(.enabled(if: hasTools))
  func repeatsTheHeadOfATableThatGoesOn() throws {
    let text = try run("pdftotext", pdf("huge"), ["-layout"])
    let pages = text.split(separator: "\u{0C}").filter { $0.contains(", continued") }
    #expect(!pages.isEmpty)
    // The head follows below the caption, then at least two rows.
    for page in pages {
      let lines = page.split(separator: "\n")
      let caption = try #require(lines.firstIndex { $0.contains(", continued") })
      #expect(lines.count > caption + 4)
      #expect(!lines[caption + 1].contains(/^\s*[\d.]+\s/))
    }
  }

  @Test(.enabled(if: hasTools), arguments: [2, 7])
  func isNoLongerThanAskedForAndSaysWhatIsLeftOut(limit: Int) throws {
    let bytes = try pdf("busy") { $0.pdfPages = limit }
    #expect(try pages(bytes) <= limit)
    let text = try run("pdftotext", bytes, ["-raw"])
    for words in ["Not printed", "--pdf-pages", "report.json", "not at all"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(try run("qpdf", bytes, ["--check"]).contains("No syntax or stream encoding errors"))
  }

  @Test(.enabled(if: hasTools))
  func namesTheFilesThatHaveAllRows() throws {
    let bytes = try pdf("huge") {
      $0.pdfPages = 12
      $0.formats = [.pdf, .csv]
    }
    let text = try run("pdftotext", bytes, ["-raw"])
    #expect(text.contains("rows printed") && text.contains("tables/hosts.csv"))
    let alone = try pdf("busy") { $0.pdfPages = 3 }
    #expect(try run("pdftotext", alone, ["-raw"]).contains("--format json"))
  }

  @Test(.enabled(if: hasTools))
  func printsEverythingIfAsked() throws {
    let all = try pdf("busy") { $0.pdfPages = 0 }
    #expect(try pages(all) > pages(pdf("busy") { $0.pdfPages = 4 }))
    #expect(try !run("pdftotext", all, ["-raw"]).contains("Not printed"))
  }

  @Test(.enabled(if: hasTools))
  func showsWhoSendsIt() throws {
    let bytes = try pdf("busy") { options in
      options.title = "Office"
      options.branding.subtitle = "Second floor"
      options.branding.author = "Ann & Co"
      options.branding.accent = Accent(Color(0xB3003C))
      options.branding.note = ReportNote(
        "# Why\nAsk **us** at [the desk](https://desk.example/a).\n\n"
          + (1...1_500).map { "word\($0)" }.joined(separator: " "))
    }
    let about = try run("pdfinfo", bytes)
    #expect(about.contains(/Author: +Ann & Co/) && about.contains(/Subject: +Second floor/))
    let text = try run("pdftotext", bytes, ["-raw"])
    for words in ["Second floor", "By Ann & Co", "Ask us at the desk", "word1 ", "word1500"] {
      #expect(text.contains(words), "\(words)")
    }
    let objects = try run("qpdf", bytes, ["--json", "--json-key=qpdf"])
    #expect(objects.contains("https://desk.example/a"))
  }

  /// Cairo drops text of an element that has another within, so each has to be one of the last.
  @Test(.enabled(if: hasTools))
  func speaksItsTextInOrder() throws {
    let bytes = try pdf("busy") {
      $0.branding.note = ReportNote("Ask [the desk](https://desk.example/) first.")
    }
    let text = try run("pdfinfo", bytes, ["-struct-text"])
    #expect(text.contains("\"Ask the desk first. ") || text.contains("\"Ask the desk first.\""))
    #expect(text.contains(/TOCI[^\n]*\n +"1 Summary/))
    let places = ["Document", "H1 ", "TOC", "Table ", "Figure"].map { text.range(of: $0) }
    #expect(places.allSatisfy { $0 != nil })
  }
}
