import PacketDecoding
import TestSupport
import Testing

struct IPCompTests {
  static let compressed: Bytes = "0400 0002 0102 0304 0506"

  @Test func notesWhatIsToBeInflated() throws {
    let packet = DecodedPacket(ip: 108, Self.compressed)
    #expect(packet.path.description == "eth/ip/ipcomp")
    #expect(packet.stop == nil && packet.unknown == .none)
    let payload = try #require(packet.fragment)
    #expect(payload.isCompressed && payload.isWhole && payload.isFirst && !payload.moreFragments)
    #expect(payload.ipProtocol == 4)
    #expect(payload.start == 38 && payload.length == 6)
    #expect(payload.path == packet.path)
    #expect(packet.ipProtocol == 108)
  }

  @Test func saysWhatWasCutShort() throws {
    let frame = Frames.ethernet(0x0800, Frames.ipv4(108, Self.compressed))
    let packet = DecodedPacket(frame.prefix(42), wireLength: 44)
    #expect(try #require(packet.fragment).isWhole == false)
    let header = DecodedPacket(frame.prefix(36), wireLength: 44)
    #expect(header.fragment == nil)
    #expect(header.stop == .truncated(needed: 3, available: 1, at: 35))
  }

  /// The first part of a fragmented datagram has only a part of what was compressed.
  @Test func leavesAPartToTheWholeDatagram() throws {
    let packet = DecodedPacket(
      Frames.ipv4(108, Self.compressed, fragment: 0x2000), linkType: 228)
    #expect(packet.path.description == "ip/ipcomp")
    #expect(try #require(packet.fragment).isCompressed == false)
  }
}
