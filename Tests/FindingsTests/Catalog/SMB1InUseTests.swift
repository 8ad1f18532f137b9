import Findings
import Testing
import TrafficSupport

struct SMB1InUseTests {
  /// An answer to the offer of dialects that chooses one by its number.
  private func found(choosing dialect: UInt8) -> [Finding] {
    findings(of: SMB1InUse.self) { (talk: inout TCPTalk) in
      var dialogue = Dialogue(port: 445)
      dialogue.ask(message(flags: 0, 0, 0, [0x0C, 0, 2] + Array("NT LM 0.12\0".utf8)))
      dialogue.answer(message(flags: 0x80, dialect, dialect, [0, 0]))
      talk = dialogue.talk
    }
  }

  private func message(flags: UInt8, _ low: UInt8, _ high: UInt8, _ rest: [UInt8]) -> [UInt8] {
    let words: [UInt8] = flags == 0 ? [0] : [1, low, high]
    let body: [UInt8] =
      [0xFF, 0x53, 0x4D, 0x42, 0x72, 0, 0, 0, 0, flags] + [UInt8](repeating: 0, count: 22)
      + words + rest
    return [0, 0, 0, UInt8(body.count)] + body
  }

  @Test func findsAServerThatAgrees() throws {
    let finding = try #require(found(choosing: 0).first)
    #expect(finding.subject.text == "10.0.0.2:445/tcp" && finding.packets == [5])
    #expect(finding.filter == "ip.src == 10.0.0.2 && tcp.srcport == 445 && smb")
  }

  @Test func saysNothingOfAServerThatRefuses() { #expect(found(choosing: 0xFF).isEmpty) }
}
