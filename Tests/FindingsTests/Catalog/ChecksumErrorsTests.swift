import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficSupport
import Wording

struct ChecksumErrorsTests {
  private enum Damage: CaseIterable { case header, payload, offloaded, blank }

  /// Datagrams of one host, of which so many are damaged.
  private func found(
    _ count: Int, wrong: Int, by damage: Damage = .payload, length: UInt32? = nil
  ) -> [Finding] {
    var traffic = Traffic()
    for number in 0..<count {
      traffic.add(Self.datagram(number < wrong ? damage : nil), length: length)
    }
    return findings(of: ChecksumErrors.self, traffic: traffic)
  }

  private static func datagram(_ damage: Damage?) -> [UInt8] {
    var packet = Traffic.ipv4(17, from: 1, to: 2, [0, 99, 0, 99, 0, 13, 0, 0, 1, 2, 3, 4, 5])
    var header = InternetChecksum()
    header.add(packet.span.bytes, 0..<20)
    set(&packet, 10, ~header.folded)
    var sum = InternetChecksum()
    sum.add(packet.span.bytes, 12..<20)
    sum.add(17)
    sum.add(13)
    if damage != .offloaded { sum.add(packet.span.bytes, 20..<33) }
    set(&packet, 26, damage == .offloaded ? sum.folded : ~sum.folded)
    switch damage {
    case .header: packet[8] ^= 4
    case .payload: packet[30] ^= 4
    case .blank:
      set(&packet, 10, 0)
      set(&packet, 26, 0)
    default: break
    }
    return packet
  }

  private static func set(_ packet: inout [UInt8], _ place: Int, _ value: UInt16) {
    packet[place] = UInt8(value >> 8)
    packet[place + 1] = UInt8(truncatingIfNeeded: value)
  }

  @Test func warnsOfThreeDamagedPackets() throws {
    let finding = try #require(found(100, wrong: 3).first)
    #expect(finding.subject.text == "10.0.0.1")
    #expect(finding.packets == [1, 2, 3])
    #expect(finding.filter == "ip.src == 10.0.0.1 && udp.checksum.status == Bad")
    #expect(finding.detail.text.hasPrefix("3 of 100 packets"))
    #expect(found(100, wrong: 2).isEmpty)
    #expect(found(29, wrong: 3).isEmpty)
  }

  @Test func looksAtHeadersOfIPv4() throws {
    let finding = try #require(found(100, wrong: 3, by: .header).first)
    #expect(finding.filter == "ip.src == 10.0.0.1 && ip.checksum.status == Bad")
  }

  @Test func aHostOfWhichMostAreWrongOffloads() {
    #expect(found(100, wrong: 20).count == 1)
    #expect(found(100, wrong: 21).isEmpty)
    #expect(found(100, wrong: 100).isEmpty)
  }

  @Test func whatAnAdapterFillsInIsNone() {
    #expect(found(100, wrong: 10, by: .offloaded).isEmpty)
    #expect(found(100, wrong: 10, by: .blank).isEmpty)
  }

  @Test func whatWasNotCapturedWholeIsNone() {
    #expect(found(100, wrong: 10, length: 60).isEmpty)
  }

  @Test func looksAtASampleOfManyPackets() throws {
    #expect(found(20_000, wrong: 0).isEmpty)
    let finding = try #require(found(20_000, wrong: 3).first)
    // The first 4096, and one of 64 of the others.
    #expect(finding.detail.text.hasPrefix("3 of 4344 packets"))
  }
}
