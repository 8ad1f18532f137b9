import Findings
import Testing
import TrafficSupport

struct ServiceRefusedTests {
  private func found(_ build: (inout TCPTalk) -> Void) -> [Finding] {
    findings(of: ServiceRefused.self, in: build)
  }

  @Test func warnsOfFiveConnectionsThatAreRefused() throws {
    let finding = try #require(
      found { talk in for _ in 0..<5 { talk.refuse(from: 1, on: 2, port: 80) } }.first)
    #expect(finding.subject.text == "10.0.0.2:80/tcp")
    #expect(finding.measured == 5)
    #expect(found { talk in for _ in 0..<4 { talk.refuse(from: 1, on: 2, port: 80) } }.isEmpty)
  }

  @Test func aServiceThatAnsweredOnceIsThere() {
    let once = found { talk in
      talk.visit(from: 1, on: 2, port: 80)
      for _ in 0..<5 { talk.refuse(from: 1, on: 2, port: 80) }
    }
    #expect(once.isEmpty)
  }

  @Test func portsThatAreScannedAreNoServices() {
    let scans = found { talk in
      for _ in 0..<6 { for port in 1..<30 { talk.refuse(from: 1, on: 2, port: UInt16(port)) } }
    }
    #expect(scans.isEmpty)
  }
}
