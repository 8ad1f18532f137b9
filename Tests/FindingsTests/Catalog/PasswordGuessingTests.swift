import Findings
import Testing
import TrafficSupport
import Wording

struct PasswordGuessingTests {
  /// One connection after the other.
  private func found(
    _ count: Int, port: UInt16, apart milliseconds: Int64 = 0,
    _ talk: (inout Dialogue) -> Void
  ) -> [Finding] {
    findings(of: PasswordGuessing.self) { (traffic: inout Traffic) in
      // At the beginning of a minute.
      traffic.clock = 1_700_000_040_000_000_000
      for index in 0..<count {
        var dialogue = Dialogue(traffic, port: port, clientPort: UInt16(30_000 + index))
        talk(&dialogue)
        dialogue.close()
        traffic = dialogue.talk.traffic
        traffic.wait(milliseconds: milliseconds)
      }
    }
  }

  private func tryFTP(_ dialogue: inout Dialogue) {
    dialogue.answer("220 ready\r\n")
    dialogue.ask("USER root\r\n")
    dialogue.answer("331 password\r\n")
    dialogue.ask("PASS guess\r\n")
    dialogue.answer("530 Login incorrect.\r\n")
  }

  private func trySSH(_ dialogue: inout Dialogue) {
    dialogue.answer("SSH-2.0-OpenSSH_9.6\r\n")
    dialogue.ask("SSH-2.0-guess\r\n")
  }

  @Test func findsLoginsThatAreRefused() throws {
    let finding = try #require(found(10, port: 21, tryFTP).first)
    #expect(finding.subject.text == "10.0.0.1 → 10.0.0.2:21/tcp" && finding.measured == 10)
    #expect(finding.packets.count == 10 && finding.packets.first == 8)
    #expect(finding.detail.text.hasPrefix("10.0.0.2 refused 10 logins of 10.0.0.1"))
    #expect(found(9, port: 21, tryFTP).isEmpty)
  }

  @Test func findsManyShortConnections() throws {
    let finding = try #require(found(20, port: 22, trySSH).first)
    #expect(finding.subject.text == "10.0.0.1 → 10.0.0.2:22/tcp" && finding.packets.count == 10)
    #expect(found(19, port: 22, trySSH).isEmpty)
  }

  @Test func saysNothingOfASlowScriptOrOfOtherServices() {
    #expect(found(40, port: 22, apart: 5000, trySSH).isEmpty)
    #expect(found(40, port: 80) { $0.ask("GET / HTTP/1.1\r\n\r\n") }.isEmpty)
  }

  @Test func saysNothingOfLongSessions() {
    let found = found(20, port: 22) { dialogue in
      trySSH(&dialogue)
      for _ in 0..<60 { dialogue.ask([1, 2, 3, 4]) }
    }
    #expect(found.isEmpty)
  }
}
