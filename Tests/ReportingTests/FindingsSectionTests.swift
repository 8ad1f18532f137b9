import Findings
import Reporting
import Testing
import TrafficAnalysis

@Suite struct FindingsSectionTests {
  private static let path = "evidence/tcp-retransmissions-001.pcapng"

  private func page(_ change: (inout ReportOptions) -> Void = { _ in }) throws -> String {
    let options = Reports.options {
      $0.formats = [.html]
      change(&$0)
    }
    let report = Report(Snapshots.onePacket, verdict: Verdicts.mixed.verdict, options: options)
    let page = try report.files().first { $0.path.hasSuffix(".html") }
    return String(decoding: try #require(page).bytes, as: UTF8.self)
  }

  @Test func leadsToThePacketsOfAFindingWhereTheyAre() throws {
    let page = try page()
    #expect(page.contains("<a href=\"\(Self.path)\"><code>\(Self.path)</code></a>"))
    // Of four findings one has its packets in a file.
    #expect(page.matches(of: /href="evidence\//).count == 1)
  }

  @Test func onlyNamesThemInASingleFile() throws {
    let page = try page { $0.isSingleFile = true }
    #expect(page.contains("<code>\(Self.path)</code>") && !page.contains("href=\"evidence/"))
  }
}
