import Findings
import PacketDecoding
import Testing
import TrafficSupport
import Wording

struct StealthProbesTests {
  private func probe(_ flags: TCPFlags, count: UInt16) -> [Finding] {
    findings(of: StealthProbes.self) { talk in
      for port in 1..<count + 1 {
        talk.serverPort = port
        talk.client(flags, 0)
        talk.server([.rst, .ack], 0, 1)
      }
    }
  }

  @Test(
    arguments: [
      ([], "NULL", "0x3f == 0"), (.fin, "FIN", "0x3f == 0x01"),
      ([.fin, .psh, .urg], "XMAS", "0x3f == 0x29"), ([.syn, .fin], "SYN+FIN", "0x03 == 0x03"),
    ] as [(TCPFlags, String, String)])
  func threeOfASourceAreTold(flags: TCPFlags, name: String, filter: String) throws {
    let finding = try #require(probe(flags, count: 3).first)
    #expect(finding.subject.text == "10.0.0.1")
    #expect(finding.detail.text.contains("(\(name)) to a host"))
    #expect(finding.filter == "ip.src == 10.0.0.1 && tcp.flags & \(filter)")
    #expect(finding.packets == [1, 3, 5])
    #expect(probe(flags, count: 2).isEmpty)
  }

  @Test(arguments: [.syn, .rst, .ack, [.fin, .ack], [.rst, .ack]] as [TCPFlags])
  func whatStacksSendIsNone(flags: TCPFlags) {
    #expect(probe(flags, count: 9).isEmpty)
  }

  @Test func aFINWithoutACKThatEndsAConnectionIsNone() {
    let found = findings(of: StealthProbes.self) { talk in
      for port in 1..<10 as Range<UInt16> {
        talk.serverPort = port
        talk.open()
        talk.client(.fin, 1)
      }
    }
    #expect(found.isEmpty)
  }
}
