import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct DuplicateFramesTests {
  /// Packets with an identification of their own, some of them twice.
  private func found(
    _ count: UInt16, twice: UInt16, pause: Int64 = 0, identified: Bool = true
  ) -> [Finding] {
    findings(of: DuplicateFrames.self) { traffic in
      for number in 0..<count {
        for copy in 0..<(number < twice ? 2 : 1) {
          if copy > 0 { traffic.wait(milliseconds: pause) }
          traffic.add(
            Traffic.ipv4(
              17, from: 1, to: 2, [0x10, 0, 0x20, 0, 0, 12, 0, 0, 1, 2, 3, 4],
              identification: identified ? number + 1 : 0))
        }
      }
    }
  }

  @Test func warnsFromFivePercentAndTwentyPacketsOn() throws {
    let finding = try #require(found(300, twice: 20).first)
    #expect(finding.severity == .warning)
    #expect(finding.doubts == [.duplicates])
    #expect(finding.packets.prefix(2) == [2, 4])
    #expect(found(300, twice: 19).isEmpty)
    #expect(found(400, twice: 20).isEmpty)
  }

  @Test func copiesComeWithinFiveMilliseconds() {
    #expect(found(300, twice: 100, pause: 3).count == 1)
    #expect(found(300, twice: 100, pause: 6).isEmpty)
  }

  @Test func packetsWithoutIdentificationMayBeEqual() {
    #expect(found(300, twice: 100, identified: false).isEmpty)
  }

  @Test func acknowledgmentsOverIPv6MayBeEqual() {
    let found = findings(of: DuplicateFrames.self) { traffic in
      for _ in 0..<100 { traffic.add(Self.acknowledgment) }
    }
    #expect(found.isEmpty)
  }

  /// TCP over IPv6 without payload.
  private static let acknowledgment: [UInt8] =
    [0x60, 0, 0, 0, 0, 20, 6, 64] + [UInt8](repeating: 0x20, count: 16)
    + [UInt8](repeating: 0x21, count: 16)
    + [0x10, 0, 0, 80, 0, 0, 0, 1, 0, 0, 0, 1, 0x50, 0x10, 1, 0, 0, 0, 0, 0]

  @Test func segmentsSentAgainAreNoCopies() {
    let found = findings(of: DuplicateFrames.self) { talk in
      talk.open()
      for number in 0..<100 {
        for _ in 0..<2 {
          talk.traffic.wait(milliseconds: 10)
          talk.client(.ack, 1 + UInt32(number) * 10, 1, length: 10)
        }
      }
    }
    #expect(found.isEmpty)
  }

  @Test func bothSidesMaySendTheSame() {
    let found = findings(of: DuplicateFrames.self) { traffic in
      for number in 0..<200 {
        // Ports are equal, too, and identifications the same, as generators of packets have it.
        let segment: [UInt8] = [0, 9, 0, 9, 0, 0, 0, 1, 0, 0, 0, 1, 0x50, 0x10, 1, 0, 0, 0, 0, 0]
        traffic.add(
          Traffic.ipv4(
            6, from: number % 2 == 0 ? 1 : 2, to: number % 2 == 0 ? 2 : 1, segment,
            identification: 1))
      }
    }
    #expect(found.isEmpty)
  }
}
