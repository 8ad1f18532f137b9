import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct TopologyChangingTests {
  /// BPDUs two seconds apart, with type and flags of each.
  private func found(_ messages: [(type: UInt8, flags: UInt8)], again: Int = 1) -> [Finding] {
    findings(of: TopologyChanging.self) { traffic in
      for message in Array(repeating: messages, count: again).joined() {
        let bridge: [UInt8] = [0x42, 0x42, 3, 0, 0, 2, message.type, message.flags]
        traffic.frame(
          from: Traffic.adapter(1), to: MACAddress(rawValue: 0x0180_C200_0000),
          type: UInt16(bridge.count + 30), bridge + [UInt8](repeating: 0, count: 30))
        traffic.wait(milliseconds: 1999)
      }
    }
  }

  private static let rest = [(type: UInt8, flags: UInt8)](repeating: (2, 0x3C), count: 6)

  @Test func countsSpellsAndNotMessages() throws {
    let change: [(type: UInt8, flags: UInt8)] = [(2, 0x3D), (2, 0x3D), (0, 1)] + Self.rest
    #expect(found(change).isEmpty)
    let note = try #require(found(change, again: 2).first)
    #expect(note.severity == .note)
    #expect(note.packets == [1, 10])
    #expect(try #require(found(change, again: 4).first).severity == .note)
    let finding = try #require(found(change, again: 5).first)
    #expect(finding.severity == .warning)
    #expect(finding.detail.text.contains("5 changes, in 15 BPDUs"))
  }

  @Test func notificationsTellOfChanges() {
    #expect(found([(0x80, 0)] + Self.rest, again: 5).count == 1)
  }

  @Test func otherFlagsAreNoChange() { #expect(found([(2, 0x7C), (0, 0x80)], again: 50).isEmpty) }
}
