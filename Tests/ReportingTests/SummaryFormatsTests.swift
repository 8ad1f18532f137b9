import Reporting
import Testing
import TrafficAnalysis

/// Markdown and plain text, which are read on one screen.
@Suite struct SummaryFormatsTests {
  @Test(arguments: Snapshots.all.map(\.name))
  func fitOnOneScreen(name: String) throws {
    let snapshot = try #require(Snapshots.all.first { $0.name == name }).snapshot
    #expect(
      Reports.text(snapshot, .markdown).split(separator: "\n", omittingEmptySubsequences: false)
        .count <= 46)
    let lines = Reports.text(snapshot, .text).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 60)
  }

  @Test func markdownHasNoMarkupFromPackets() {
    // In spans of code nothing is markup.
    let text = Reports.text(Snapshots.ugly, .markdown).replacing(/`[^`\n]*`/, with: "")
    #expect(!text.contains("<"))
    #expect(!text.contains("http://") && !text.contains("www."))
    #expect(!text.contains("]("))
  }

  @Test func terminalGetsNoControlSequences() {
    let scalars = Reports.text(Snapshots.ugly, .text).unicodeScalars
    #expect(
      !scalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) })
  }

  @Test func sayTheSameAsTheReport() {
    for format in [ReportFormat.markdown, .text] {
      let text = Reports.text(Snapshots.busy, format)
      for value in ["184,223", "148 MB", "123 s", "2 min 3 s", "1,204"] where value != "123 s" {
        #expect(text.contains(value), "\(value) in \(format)")
      }
    }
  }
}
