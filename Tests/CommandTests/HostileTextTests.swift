import Foundation
import TestSupport
import Testing

/// Samples/hostile.pcap has names, paths and headers that would act if they were more than text.
@Suite struct HostileTextTests {
  private static let sample = Project.sample("hostile.pcap")
  let scratch = try! Scratch()

  private func report() throws -> URL {
    let report = scratch.file("report")
    let outcome = try PacketpressBinary.run(["analyze", Self.sample.path, "-o", report.path])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return report
  }

  /// Control characters but for white space, and marks that change the direction of text.
  private func acting(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case 0x00...0x1F, 0x7F...0x9F: true
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  private func expectHarmless(
    _ data: Data, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = try #require(
      String(data: data, encoding: .utf8), "\(name) is not UTF-8", sourceLocation: sourceLocation)
    let found = acting(in: text)
    #expect(found.isEmpty, "\(name)", sourceLocation: sourceLocation)
  }

  @Test func isTextInEveryFile() throws {
    let report = try report()
    for file in report.filesBelow
    where [".html", ".md", ".csv", ".css"].contains(where: file.hasSuffix) {
      try expectHarmless(Data(contentsOf: report.appending(path: file)), file)
    }
    #expect(throws: Never.self) { try ReportFile(in: report) }
  }

  @Test func makesNoElementInThePage() throws {
    let page = try String(contentsOf: report().appending(path: "index.html"), encoding: .utf8)
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<img src=x"))
    #expect(page.contains("&lt;script&gt;"), "the sample's names should be in the page")
    #expect(!page.contains("href=\"javascript:"))
    #expect(page.utf8.count < 2_000_000)
  }

  @Test func makesNoLinkOrPictureInMarkdown() throws {
    let summary = try String(contentsOf: report().appending(path: "summary.md"), encoding: .utf8)
    // A bracket that is escaped makes no link.
    let link = try Regex("[^\\\\]\\]\\((?:javascript|http://192)")
    #expect(summary.firstMatch(of: link) == nil)
    #expect(!summary.contains("<script"))
    #expect(!summary.contains("<img"))
  }

  @Test func makesNoFormulaInASpreadsheet() throws {
    let report = try report()
    let tables = report.filesBelow.filter { $0.hasSuffix(".csv") }
    #expect(!tables.isEmpty)
    for table in tables {
      let text = try String(contentsOf: report.appending(path: table), encoding: .utf8)
      expectNoFormula(in: text, table)
    }
  }

  private func expectNoFormula(in text: String, _ name: String) {
    for cell in CommaSeparatedValues(text).rows.joined() where Double(cell) == nil {
      let first = cell.unicodeScalars.first ?? " "
      #expect(!"=+-@\t\r".unicodeScalars.contains(first), "\(name): \(cell)")
    }
  }

  @Test(arguments: ["packets", "flows", "hosts", "dns", "http", "tls"])
  func isTextInExports(table: String) throws {
    let csv = try PacketpressBinary.run(["export", table, Self.sample.path, "--format", "csv"])
    #expect(csv.status == 0, "\(csv.errors)")
    try expectHarmless(csv.output, table)
    expectNoFormula(in: csv.text, table)
    let lines = try PacketpressBinary.run(["export", table, Self.sample.path, "--format", "ndjson"])
    for line in lines.text.split(separator: "\n") {
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(line.utf8))
      }
    }
  }

  @Test(arguments: ["text", "md"])
  func isTextOnATerminal(format: String) throws {
    let outcome = try PacketpressBinary.run([
      "analyze", Self.sample.path, "--stdout", format, "--verbose",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    try expectHarmless(outcome.output, format)
    try expectHarmless(Data(outcome.errors.utf8), "standard error")
  }

  @Test func isTextWhenItIsTheNameOfAFile() throws {
    let capture = scratch.file("a\u{1B}[31m\u{202E}<script>alert(1)<.pcap")
    try FileManager.default.copyItem(at: Project.sample("web.pcap"), to: capture)
    let report = scratch.file("report")
    let outcome = try PacketpressBinary.run(["analyze", capture.path, "-o", report.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    try expectHarmless(Data(outcome.errors.utf8), "standard error")
    let page = try Data(contentsOf: report.appending(path: "index.html"))
    try expectHarmless(page, "index.html")
    #expect(!String(decoding: page, as: UTF8.self).contains("<script>alert"))
  }

  @Test(.enabled(if: Tool.isInstalled("pdftotext")))
  func isTextOnPaper() throws {
    let pdf = try report().appending(path: "report.pdf").path
    let text = try #require(Tool("pdftotext")).run([pdf, "-"])
    #expect(text.status == 0)
    // pdftotext ends a page with a form feed, and puts marks of its own around Arabic words.
    let found = acting(in: text.text).filter { $0 != "\u{0C}" && $0.value < 0xA0 }
    #expect(found.isEmpty)
  }
}
