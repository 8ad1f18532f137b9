import Reporting
import Testing
import Wording

@Suite struct ReportLayoutTests {
  @Test func goesFromTheVerdictToTheDetail() {
    #expect(
      ReportLayout.sectionIDs == [
        "summary", "expectations", "findings", "capture", "time", "protocols", "hosts",
        "conversations", "services", "tcp", "dns", "http", "tls", "leases", "applications",
        "packet-sizes", "link-layer", "geography", "recent-packets", "appendix",
      ])
  }

  @Test func listsSectionsWithoutDataWithTheReason() throws {
    let document = Report(Snapshots.onePacket, options: Reports.options()).document
    #expect(document.skipped.contains { $0.section == "dns" && $0.reason.text.hasPrefix("no DNS") })
    #expect(Set(document.sections.map(\.id)).isDisjoint(with: document.skipped.map(\.section)))
  }
}
