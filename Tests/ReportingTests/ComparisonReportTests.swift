import Findings
import Foundation
import Reporting
import Testing
import TrafficAnalysis

struct ComparisonReportTests {
  private func report(
    _ base: Snapshot, _ new: Snapshot, _ change: (inout ReportOptions) -> Void = { _ in }
  ) -> ComparisonReport {
    ComparisonReport(Comparison(base: base, new: new), options: Reports.options(change))
  }

  private func text(_ report: ComparisonReport, _ format: ReportFormat) -> String {
    String(decoding: report.standardOutput(format) ?? [], as: UTF8.self)
  }

  private func files(_ report: ComparisonReport) throws -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try report.files().map {
        ($0.path, String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  @Test func hasThePageItsStyleAndBothSummaries() throws {
    let files = try files(report(Snapshot(), Snapshots.busy))
    #expect(
      files.keys.sorted()
        == ["comparison.json", "icon.svg", "index.html", "report.js", "style.css", "summary.md"])
    let page = try #require(files["index.html"])
    for path in ["comparison.json", "summary.md", "style.css"] { #expect(page.contains(path)) }
    #expect(!page.contains("report.json") && !page.contains("report.pdf"))
    let anchors = page.matches(of: /\sid="([^"]+)"/).map(\.1)
    #expect(Set(anchors).count == anchors.count)
    #expect(try self.files(report(Snapshot(), Snapshots.busy) { $0.formats = [.json] }).count == 1)
  }

  @Test func saysThatNothingIsDifferent() {
    for format in [ReportFormat.markdown, .text] {
      let text = text(report(Snapshots.busy, Snapshots.busy), format)
      #expect(text.contains("Nothing is different"), "\(format)")
    }
  }

  @Test func jsonHasRawValues() throws {
    let bytes = try #require(report(Snapshot(), Snapshots.busy).standardOutput(.json))
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(json["schema"] as? String == "packetpress/comparison/1")
    #expect(json["same"] as? Bool == false)
    let changes = try #require(json["changes"] as? [[String: Any]])
    let counts = try #require(json["counts"] as? [String: Int])
    #expect(counts.values.reduce(0, +) == changes.count)
    let host = try #require(changes.first { $0["category"] as? String == "hosts" })
    #expect(host["kind"] as? String == "new" && host["before"] is NSNull)
    #expect((host["after"] as? UInt64).map { $0 > 0 } == true)
    #expect(host["unit"] as? String == "bytes")
  }

  @Test func textOfPacketsStaysText() throws {
    let report = report(Snapshot(), Snapshots.ugly)
    #expect(!report.comparison.isSame)
    let markdown = text(report, .markdown).replacing(/`[^`\n]*`/, with: "")
    #expect(!markdown.replacing("> **Remark.**", with: "").contains("<"))
    let unescaped = markdown.replacing(/\\./, with: "")
    #expect(!markdown.contains("http://") && !unescaped.contains("]("))
    for format in [ReportFormat.markdown, .text] {
      #expect(
        !text(report, format).unicodeScalars.contains {
          ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value)
        })
    }
    let page = try #require(try files(report)["index.html"])
    #expect(page.matches(of: /<script/).count == 1 && !page.contains("<img"))
  }

  @Test func showsTheFirstAndCountsTheRest() {
    let new = report(Snapshot(), Snapshots.busy) { $0.top = 1 }
    let hosts = new.comparison.changes(in: .hosts).count
    #expect(hosts > 2)
    #expect(text(new, .text).contains("\(hosts - 1) other changes"))
  }

  @Test func isTheSameEveryTime() throws {
    let (first, second) = (
      try files(report(Snapshots.ugly, Snapshots.busy)),
      try files(report(Snapshots.ugly, Snapshots.busy))
    )
    #expect(first == second)
  }
}
