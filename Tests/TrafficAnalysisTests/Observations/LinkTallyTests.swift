import CaptureFormats
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// What is put together of messages that different workers see.
struct LinkTallyTests {
  @Test func workersAgree() {
    var traffic = Traffic()
    for turn: UInt8 in 0..<9 { Self.addTurn(turn, &traffic) }
    let one = traffic.snapshot().observations
    #expect(one.links.duplicateAddresses.count == 1)
    #expect(one.links.busiestBroadcasts?.packets == 9)
    #expect(one.sightings.count(.duplicateFrame) == 9)
    let alone = traffic.snapshot()
    for workers in 2...4 {
      #expect(traffic.snapshot(workers: workers).difference(from: alone) == nil)
    }
  }

  private static func addTurn(_ turn: UInt8, _ traffic: inout Traffic) {
    let ends: [UInt8] = [2, 0, 0, 0, 0, turn]
    // A broadcast, a question of duplicate address detection, and its answer.
    traffic.add(
      [UInt8](repeating: 0xFF, count: 6) + ends + [0x88, 0xB5, 1, 2, 3], linkType: .ethernet)
    let target: [UInt8] = [0xFE, 0x80] + [UInt8](repeating: 0, count: 13) + [7]
    let all: [UInt8] = [0xFF, 2] + [UInt8](repeating: 0, count: 13) + [1]
    let nobody = [UInt8](repeating: 0, count: 16)
    for (type, source, last) in [(UInt8(135), nobody, UInt8(1)), (136, target, 2)] {
      traffic.add(
        [0x33, 0x33, 0, 0, 0, 1, 2, 0, 0, 0, 1, last, 0x86, 0xDD, 0x60, 0, 0, 0, 0, 24, 58, 255]
          + source + all + [type, 0, 0, 0, 0, 0, 0, 0] + target, linkType: .ethernet)
    }
    for _ in 0..<2 {
      traffic.add(
        Traffic.ipv4(
          17, from: UInt32(turn) + 1, to: 100, [0x10, 0, 0x20, 0, 0, 12, 0, 0, 1, 2, 3, 4],
          identification: UInt16(turn) + 1))
    }
    for (from, to) in [((UInt32(turn), UInt16(4000)), (UInt32(53), UInt16(53)))] {
      traffic.udp(
        from: from, to: to,
        DNSBuilder.query("\(String(repeating: "x", count: 40)).example.org").bytes)
      traffic.udp(from: to, to: from, DNSBuilder.response("no\(turn).org", code: 3).bytes)
    }
  }
}
