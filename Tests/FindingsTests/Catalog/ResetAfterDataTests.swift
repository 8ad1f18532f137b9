import Findings
import PacketDecoding
import Testing
import TrafficSupport

struct ResetAfterDataTests {
  @Test func warnsFromATenthOfTwentyConnectionsOn() throws {
    func reset(_ count: Int, of all: Int, data: Int) -> [Finding] {
      findings(of: ResetAfterData.self) { talk in
        for number in 0..<all {
          talk.clientPort = UInt16(40_000 + number)
          talk.open()
          if data > 0 { talk.client(.ack, 1, 1, length: data) }
          if number < count { talk.server([.rst, .ack], 1, UInt32(1 + data)) }
        }
      }
    }
    let finding = try #require(reset(2, of: 20, data: 9).first)
    #expect(finding.measured == 10)
    #expect(finding.packets.count == 2)
    #expect(reset(1, of: 20, data: 9).isEmpty)
    #expect(reset(10, of: 19, data: 9).isEmpty)
    #expect(reset(10, of: 20, data: 0).isEmpty)
  }
}
