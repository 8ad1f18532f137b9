import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficSupport
import Wording

struct MTUBlackHoleTests {
  /// The server sends a full segment and repeats it; a small one behind it gets through.
  private func found(
    again: Int, length: Int = 1400, before: Int = 0, small: Bool = true,
    isAcknowledged: Bool = false,
    _ more: (inout TCPTalk) -> Void = { _ in }
  ) -> [Finding] {
    findings(of: MTUBlackHole.self) { talk in
      talk.open()
      talk.client([.psh, .ack], 1, 1, length: 50)
      let start = 1 + UInt32(before)
      if before > 0 {
        talk.server(.ack, 1, 51, length: before)
        talk.client(.ack, 51, start)
      }
      talk.client(.ack, 51, start)
      talk.server(.ack, start, 51, length: length)
      if small {
        talk.server([.psh, .ack], start + UInt32(length), 51, length: 30)
        talk.client(.ack, 51, start)
      }
      more(&talk)
      for _ in 0..<again {
        talk.traffic.wait(milliseconds: 300)
        talk.server(.ack, start, 51, length: length)
      }
      if small { talk.client(.ack, 51, start) }
      if isAcknowledged { talk.client(.ack, 51, start + UInt32(length)) }
    }
  }

  @Test func warnsOfAFullSegmentThatIsRepeatedThreeTimes() throws {
    let finding = try #require(found(again: 3).first)
    #expect(finding.subject.text == "10.0.0.1 → 10.0.0.2:80/tcp")
    #expect(finding.measured == 3)
    #expect(finding.packets == [9, 10, 11])
    #expect(finding.detail.text.contains("smaller ones were"))
    #expect(found(again: 2).isEmpty)
  }

  @Test func smallSegmentsFitEverywhere() {
    #expect(found(again: 5, length: 1199).isEmpty)
    #expect(found(again: 5, length: 1200).count == 1)
  }

  @Test func aPathThatTookFullSegmentsBeforeIsNone() {
    #expect(found(again: 5, before: 1399).count == 1)
    #expect(found(again: 5, before: 1400).isEmpty)
  }

  @Test func aSegmentThatIsAcknowledgedInTheEndIsNone() {
    #expect(found(again: 5, isAcknowledged: true).isEmpty)
  }

  @Test func aHostThatIsGoneIsNone() {
    #expect(found(again: 5, small: false).isEmpty)
  }

  @Test func anErrorThatIsIgnoredTellsAsMuch() throws {
    let error = { (mtu: UInt16) in
      { (talk: inout TCPTalk) in
        var message: [UInt8] = [3, 4, 0, 0, 0, 0]
        message.appendNetwork(mtu)
        talk.traffic.add(Traffic.ipv4(1, from: 9, to: 2, message))
      }
    }
    let finding = try #require(found(again: 3, before: 1400, small: false, error(1300)).first)
    #expect(finding.detail.text.contains("10.0.0.9 had said"))
    #expect(finding.detail.text.contains("an MTU of 1300"))
    #expect(found(again: 2, before: 1400, small: false, error(1300)).isEmpty)
    #expect(found(again: 3, before: 1400, small: false, error(1440)).isEmpty)
  }
}
