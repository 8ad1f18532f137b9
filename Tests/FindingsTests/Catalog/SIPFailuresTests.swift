import Findings
import Testing
import TrafficSupport

struct SIPFailuresTests {
  private func found(_ count: Int, failures: Int, status: String = "503 Busy") -> [Finding] {
    findings(of: SIPFailures.self) { (traffic: inout Traffic) in
      for index in 0..<count {
        let line = index < failures ? status : "200 OK"
        traffic.udp(
          from: (2, 5060), to: (1, 5060),
          Array("SIP/2.0 \(line)\r\nCSeq: \(index + 1) INVITE\r\n\r\n".utf8))
      }
    }
  }

  @Test func findsFivePercent() throws {
    let finding = try #require(found(100, failures: 5).first)
    #expect(finding.subject.text == "10.0.0.2:5060/udp" && finding.packets == [1, 2, 3, 4, 5])
    #expect(found(101, failures: 5).isEmpty)
    #expect(found(19, failures: 10).isEmpty)
    #expect(found(20, failures: 4).isEmpty)
  }

  @Test func saysNothingOfBusyPeopleAndLogins() {
    #expect(found(40, failures: 40, status: "486 Busy Here").isEmpty)
    #expect(found(40, failures: 40, status: "407 Login").isEmpty)
  }
}
