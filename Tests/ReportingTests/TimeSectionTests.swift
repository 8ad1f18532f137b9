import Charts
import Reporting
import Testing
import TrafficAnalysis

/// The section on traffic over time, and charts that have nothing to show.
@Suite struct TimeSectionTests {
  private func section(_ id: String, of snapshot: Snapshot) throws -> ReportDocument.Section {
    let document = Report(snapshot, options: Reports.options()).document
    return try #require(document.sections.first { $0.id == id })
  }

  @Test func namesThePeakAsItsFigureDoes() throws {
    let blocks = try section("time", of: Snapshots.busy).blocks
    guard case .lead(let lead) = blocks.first, case .figure(let figure) = blocks[1] else {
      Issue.record("no lead, or no figure behind it")
      return
    }
    let bins = try #require(TimeBins(Snapshots.busy.timeline))
    #expect(lead.text.hasPrefix("The busiest \(bins.widthText) has "))
    #expect(figure.subtitle.contains("in bins of \(bins.widthText)"))
    let moment = try #require(figure.title.split(separator: "packets/s ").last)
    #expect(lead.text.contains(" packets \(moment);"))
  }

  @Test func hasEveryFigureOfAnEmptyCapture() {
    let document = Report(Snapshot(), options: Reports.options()).document
    let ids = ChartCatalog.all.filter { $0.isShownEmpty }.map { $0.id }
    #expect(document.figures.map(\.name).sorted() == ids.sorted())
    #expect(document.figures.allSatisfy { $0.title == "No packets in the capture" })
    let sections = document.sections.map(\.id)
    #expect(!document.skipped.contains { sections.contains($0.section) })
  }

  @Test func saysWhichOfTheFiguresHaveNothingToShow() throws {
    var snapshot = Snapshots.onePacket
    #expect(try section("hosts", of: snapshot).blocks.count == 2)
    snapshot.capture.packets = 0
    snapshot.capture.accounting.filteredOut = 1
    guard case .figure(let figure) = try section("hosts", of: snapshot).blocks.last else {
      Issue.record("no figure")
      return
    }
    #expect(figure.title == "No packet passes the filter")
  }
}
