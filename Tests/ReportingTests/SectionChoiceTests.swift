import Charts
import Reporting
import Testing
import TrafficAnalysis
import Wording

/// Readers choose what of a report they want.
@Suite struct SectionChoiceTests {
  private func document(_ change: (inout ReportOptions) -> Void) -> ReportDocument {
    Report(Snapshots.busy, options: Reports.options(change)).document
  }

  @Test func hasOnlyTheSectionsThatWereNamed() {
    let document = document { $0.sections.only = ["tcp", "summary"] }
    #expect(document.sections.map(\.id) == ["summary", "tcp"])
    #expect(
      document.skipped.contains { $0.section == "dns" && $0.reason.text.contains("--only-section") }
    )
  }

  @Test func leavesOutTheSectionsThatWereNamed() {
    let all = document { _ in }.sections.map(\.id)
    let document = document { $0.sections.hidden = ["hosts", "appendix", "summary"] }
    #expect(
      document.sections.map(\.id) == all.filter { !["hosts", "appendix", "summary"].contains($0) })
    #expect(
      document.skipped.contains {
        $0.section == "hosts" && $0.reason.text.contains("--hide-section")
      })
    #expect(document.figures.map(\.number) == Array(1...document.figures.count))
  }

  @Test func saysWhyWhereNothingIsLeft() {
    let document = document { $0.sections.only = ["expectations"] }
    #expect(document.sections.map(\.id) == ["appendix"])
  }

  @Test func leavesOutTheChartsThatWereNamed() {
    let names = document { $0.hiddenCharts = ["packet-rate", "sources"] }.figures.map(\.name)
    #expect(!names.contains("packet-rate") && !names.contains("sources"))
    #expect(names.contains("bit-rate"))
  }

  @Test func knowsEverySectionByName() {
    let names = Set(ReportLayout.sectionIDs)
    #expect(names.count == ReportLayout.sectionIDs.count)
    let document = document { _ in }
    #expect(Set(document.sections.map(\.id) + document.skipped.map(\.section)) == names)
  }

  @Test func everyFormatCanDoWithoutASummary() throws {
    let files = try Reports.files(Snapshots.busy) { $0.sections.only = ["tcp"] }
    #expect(files["report.pdf"]?.isEmpty == false && files["summary.md"]?.isEmpty == false)
    let text = Report(Snapshots.busy, options: Reports.options { $0.sections.hidden = ["summary"] })
      .standardOutput(.text)
    #expect(text?.isEmpty == false)
  }

  @Test func placesEveryChartInASection() {
    var snapshot = Snapshots.busy
    snapshot.geography = Snapshots.geography
    let drawn = Set(Report(snapshot, options: Reports.options()).document.figures.map(\.name))
    let charts = ChartCatalog.charts(for: snapshot).map(\.id)
    #expect(Set(charts).subtracting(drawn).isEmpty)
  }
}
