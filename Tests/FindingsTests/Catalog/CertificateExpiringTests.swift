import Findings
import Testing
import TrafficAnalysis
import Wording

struct CertificateExpiringTests {
  private func severities(day: Double, days: Double) -> [Severity] {
    findings(of: CertificateExpiring.self, with: certificate(day: day, days: days)).map(\.severity)
  }

  @Test func tellsOfTheLastThirtyDaysAndWarnsOfSeven() throws {
    #expect(severities(day: 334, days: 365).isEmpty)
    #expect(severities(day: 335, days: 365) == [.note])
    #expect(severities(day: 357, days: 365) == [.note])
    #expect(severities(day: 358, days: 365) == [.warning])
    let finding = try #require(
      findings(of: CertificateExpiring.self, with: certificate(day: 358, days: 365)).first)
    #expect(finding.measured == 7 && finding.threshold == 7 && finding.packets == [7])
    #expect(finding.detail.text.contains("7.0 days after"))
  }

  @Test func waitsForTheLastFifthOfAShortLife() {
    #expect(severities(day: 71, days: 90).isEmpty)
    #expect(severities(day: 73, days: 90) == [.note])
    #expect(severities(day: 4, days: 6).isEmpty)
  }

  @Test func leavesWhatIsExpiredToAnotherRule() {
    #expect(severities(day: 91, days: 90).isEmpty)
  }

  @Test func isOfTheServersOwnAlone() {
    let chain = certificate(day: 89) { $0.chainPosition = 1 }
    let client = certificate(day: 89) { $0.isFromClient = true }
    #expect(findings(of: CertificateExpiring.self, with: chain, client).isEmpty)
  }
}
