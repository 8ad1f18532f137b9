import Foundation
import TestSupport
import Testing

@Suite struct ReportFilesTests {
  let scratch = try! Scratch()

  private func write(_ sample: String, to name: String, _ options: String...) throws -> URL {
    let report = scratch.file(name)
    let outcome = try PacketpressBinary.run(
      ["analyze", Project.sample(sample).path, "-o", report.path] + options)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return report
  }

  /// What the page names: pictures, style sheets and files, not places on the net or in the page.
  private func filesNamed(by page: URL) throws -> Set<String> {
    let html = try String(contentsOf: page, encoding: .utf8)
    let attribute = try Regex("(?:src|href|srcset)=\"([^\"]+)\"", as: (Substring, Substring).self)
    let values = html.matches(of: attribute).flatMap { match in
      match.output.1.split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces).prefix { !" #".contains($0) }
      }
    }
    return Set(values.map(String.init).filter { !$0.isEmpty && !$0.contains(":") })
  }

  @Test func areThoseOfTheContract() throws {
    let report = try write("everything.pcapng", to: "report")
    let files = report.filesBelow
    let expected = [
      "index.html", "style.css", "report.js", "icon.svg", "report.pdf", "report.json",
      "summary.md",
    ]
    for name in expected { #expect(files.contains(name), "\(name)") }
    let charts = files.filter { $0.hasPrefix("charts/") }
    #expect(!charts.isEmpty)
    for chart in charts where chart.hasSuffix(".png") && !chart.hasSuffix("-dark.png") {
      #expect(charts.contains(chart.replacing(".png", with: "-dark.png")), "\(chart)")
    }
    #expect(files.contains { $0.hasPrefix("tables/") && $0.hasSuffix(".csv") })

    let folders = ["charts/", "tables/", "evidence/"]
    for file in files where !expected.contains(file) {
      #expect(folders.contains { file.hasPrefix($0) }, "\(file) is not in the contract")
    }
  }

  @Test(arguments: ["everything.pcapng", "empty.pcap", "one-packet.pcap", "hostile.pcap"])
  func areThereWhenThePageNamesThem(sample: String) throws {
    let report = try write(sample, to: "report")
    let named = try filesNamed(by: report.appending(path: "index.html"))
    #expect(named.contains("style.css"))
    for name in named { #expect(report.appending(path: name).exists, "\(name)") }
  }

  @Test func areOnlyThoseOfTheFormatsAskedFor() throws {
    let report = try write("web.pcap", to: "report", "--format", "html,json")
    let files = report.filesBelow
    #expect(files.contains("index.html"))
    #expect(files.contains("report.json"))
    #expect(!files.contains("report.pdf"))
    #expect(!files.contains("summary.md"))
    #expect(!files.contains { $0.hasPrefix("tables/") })
    for name in try filesNamed(by: report.appending(path: "index.html")) {
      #expect(report.appending(path: name).exists, "\(name)")
    }
  }

  @Test func haveTheSameBytesEachTime() throws {
    let reports = [
      try write("everything.pcapng", to: "first"),
      try write("everything.pcapng", to: "second"),
      try write("everything.pcapng", to: "third", "--workers", "1"),
      try write("everything.pcapng", to: "fourth", "--workers", "3"),
    ]
    let files = reports[0].filesBelow
    for other in reports.dropFirst() {
      #expect(other.filesBelow == files)
      for file in files {
        let same = FileManager.default.contentsEqual(
          atPath: reports[0].appending(path: file).path, andPath: other.appending(path: file).path)
        #expect(same, "\(file) of the \(other.lastPathComponent)")
      }
    }
  }

  @Test func areWhatTheirNamesSay() throws {
    let report = try write("everything.pcapng", to: "report")
    for file in report.filesBelow {
      let start = try Data(contentsOf: report.appending(path: file)).prefix(16)
      let beginsWith = String(decoding: start, as: UTF8.self).lowercased()
      if file.hasSuffix(".png") { #expect(beginsWith.dropFirst().hasPrefix("png"), "\(file)") }
      if file.hasSuffix(".pdf") { #expect(beginsWith.hasPrefix("%pdf-"), "\(file)") }
      if file.hasSuffix(".html") { #expect(beginsWith.hasPrefix("<!doctype html"), "\(file)") }
    }
  }

  @Test func goToAFolderWithTheNameOfTheCapture() throws {
    let outcome = try PacketpressBinary.run(
      ["analyze", Project.sample("web.pcap").path], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let pages = scratch.url.filesBelow.filter { $0.hasSuffix("index.html") }
    #expect(pages.count == 1)
    #expect(pages.first?.hasPrefix("Reports/web") == true, "\(pages)")
  }

  @Test func replaceThoseOfAnEarlierReport() throws {
    _ = try write("everything.pcapng", to: "report")
    let report = try write("empty.pcap", to: "report")
    #expect(try ReportFile(in: report).capture.packets == 0)
    for name in try filesNamed(by: report.appending(path: "index.html")) {
      #expect(report.appending(path: name).exists, "\(name)")
    }
  }

  @Test(arguments: ["json", "md", "text"])
  func areNotWrittenWhenOneGoesToStandardOutput(format: String) throws {
    let outcome = try PacketpressBinary.run(
      ["analyze", Project.sample("web.pcap").path, "--stdout", format], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.output.isEmpty)
    #expect(scratch.url.filesBelow.isEmpty)
    if format == "json" {
      #expect(try ReportFile(outcome.output).contents.schema == "packetpress/report/1")
    }
  }

  @Test func showNoProgressUnlessOnATerminal() throws {
    let outcome = try PacketpressBinary.run(
      ["analyze", Project.sample("web.pcap").path, "--stdout", "md"])
    #expect(!outcome.errors.contains("\r"))
    #expect(!outcome.errors.contains("\u{1B}"))
  }
}
