import Findings
import PacketDecoding
import Testing
import TrafficSupport

struct SlowHandshakesTests {
  /// Five handshakes with each of some services at 2 ms, and some with another.
  private func found(
    others: UInt32 = 3, slow milliseconds: Int64, count: Int = 5, usual: Int64 = 0
  ) -> [Finding] {
    findings(of: SlowHandshakes.self) { talk in
      for host in 0..<others {
        for _ in 0..<5 { talk.connect(to: 100 + host, milliseconds: usual) }
      }
      for _ in 0..<count { talk.connect(to: 50, milliseconds: milliseconds) }
    }
  }

  @Test func notesAFifthOfASecondAndWarnsOfASecond() throws {
    let finding = try #require(found(slow: 198).first)
    #expect(finding.severity == .note)
    #expect(finding.subject.text == "10.0.0.50:80/tcp")
    #expect(finding.measured == 200)
    #expect(finding.packets.count == 5)
    #expect(found(slow: 197).isEmpty)
    #expect(try #require(found(slow: 998).first).severity == .warning)
  }

  @Test func isAgainstWhatOthersTake() {
    #expect(found(slow: 498, usual: 98).count == 1)
    #expect(found(slow: 498, usual: 99).isEmpty)
  }

  @Test func needsEnoughHandshakesAndServices() {
    #expect(found(slow: 500, count: 4).isEmpty)
    #expect(found(others: 2, slow: 500).isEmpty)
  }

  @Test func oneOutlierIsNone() {
    let found = findings(of: SlowHandshakes.self) { talk in
      for host in 0..<4 as Range<UInt32> {
        for _ in 0..<5 { talk.connect(to: 100 + host, milliseconds: 0) }
      }
      talk.connect(to: 100, milliseconds: 30_000)
    }
    #expect(found.isEmpty)
  }
}

extension TCPTalk {
  /// A handshake that takes two milliseconds more than that.
  fileprivate mutating func connect(to server: UInt32, milliseconds: Int64) {
    serverHost = server
    clientPort += 1
    client(.syn, 0)
    traffic.wait(milliseconds: milliseconds)
    self.server([.syn, .ack], 0, 1)
    client(.ack, 1, 1)
  }
}
