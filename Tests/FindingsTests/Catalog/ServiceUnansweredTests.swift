import Findings
import Testing
import TrafficSupport

struct ServiceUnansweredTests {
  private func found(_ build: (inout TCPTalk) -> Void) -> [Finding] {
    findings(of: ServiceUnanswered.self, in: build)
  }

  @Test func warnsOfFiveConnectionsWithoutAnAnswer() throws {
    let finding = try #require(
      found { talk in for _ in 0..<5 { talk.knock(from: 1, on: 2, port: 80) } }.first)
    #expect(finding.subject.text == "10.0.0.2:80/tcp")
    #expect(finding.measured == 5)
    #expect(finding.packets == [1, 2, 3, 4, 5])
    #expect(
      finding.filter
        == "ip.addr == 10.0.0.2 && tcp.port == 80 && tcp.flags.syn == 1 && tcp.flags.ack == 0")
    #expect(found { talk in for _ in 0..<4 { talk.knock(from: 1, on: 2, port: 80) } }.isEmpty)
  }

  @Test func aServiceThatAnsweredOnceIsThere() {
    let once = found { talk in
      talk.visit(from: 1, on: 2, port: 80)
      for _ in 0..<5 { talk.knock(from: 1, on: 2, port: 80) }
    }
    #expect(once.isEmpty)
  }

  @Test func portsThatAreScannedAreNoServices() {
    let scans = found { talk in
      for _ in 0..<6 { for port in 1..<30 { talk.knock(from: 1, on: 2, port: UInt16(port)) } }
      for _ in 0..<6 { for host in 1..<30 { talk.knock(from: 1, on: 99 + UInt32(host), port: 22) } }
    }
    #expect(scans.isEmpty)
  }

  @Test func aScanDoesNotHideThatOthersGetNoAnswer() throws {
    let finding = try #require(
      found { talk in
        for port in 70..<100 { talk.knock(from: 1, on: 2, port: UInt16(port)) }
        for _ in 0..<5 { talk.knock(from: 3, on: 2, port: 80) }
      }.first)
    #expect(finding.subject.text == "10.0.0.2:80/tcp")
    #expect(finding.measured == 5)
  }

  @Test func aFloodIsToldAsOne() {
    let flooded = found { talk in
      for client in 0..<1100 as Range<UInt32> { talk.knock(from: 1000 + client, on: 2, port: 80) }
    }
    #expect(flooded.isEmpty)
  }
}
