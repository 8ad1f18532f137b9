import PacketDecoding
import TestSupport
import Testing

struct TCPTests {
  /// A header with `options` and flags; 12 bytes of it stand before the data offset.
  static func segment(_ flags: UInt16, options: Bytes = "", words: Int? = nil) -> Bytes {
    let offset = UInt16(words ?? 5 + options.array.count / 4) << 12
    return "8648 0050 2639 3ee8 0000 0001" + Frames.number(offset | flags) + "faf0 0dcb 0000"
      + options
  }

  static func decode(_ segment: Bytes) -> DecodedPacket {
    DecodedPacket(Frames.ipv4(6, segment), linkType: 228)
  }

  @Test func readsAnOpeningSegment() {
    let packet = Self.decode(Frames.syn)
    #expect(packet.transport == .tcp)
    #expect(packet.sourcePort == 34376 && packet.destinationPort == 80)
    #expect(packet.tcp.sequence == 641_285_864)
    #expect(packet.tcp.acknowledgment == 0)
    #expect(packet.tcp.flags == [.syn])
    #expect(packet.tcp.window == 64_240)
    #expect(packet.tcp.maximumSegmentSize == 1460)
    #expect(packet.tcp.windowScale == 10)
    #expect(packet.payloadLength == 0)
  }

  @Test(
    arguments: [
      (0x01, .fin), (0x02, .syn), (0x04, .rst), (0x08, .psh), (0x10, .ack), (0x20, .urg),
      (0x40, .ece), (0x80, .cwr),
    ] as [(UInt16, TCPFlags)])
  func readsEveryFlag(bit: UInt16, flag: TCPFlags) {
    #expect(Self.decode(Self.segment(bit)).tcp.flags == flag)
  }

  @Test func readsOptionsOfOpeningSegmentsOnly() {
    let packet = Self.decode(Self.segment(0x10, options: "0204 05b4 0103 030a"))
    #expect(packet.tcp.maximumSegmentSize == nil && packet.tcp.windowScale == nil)
    #expect(packet.stop == nil)
  }

  @Test(
    arguments: [
      ("0103 0307 0000 0000", nil, 7), ("0204 ffff 0000 0000", 0xFFFF, nil),
      ("0103 03ff 0204 0218", 0x218, 255), ("0000 0000 0204 05b4", nil, nil),
      ("0203 0501 0103 0307", nil, 7),
    ] as [(Bytes, UInt16?, UInt8?)])
  func readsOptionsInAnyOrder(options: Bytes, size: UInt16?, scale: UInt8?) {
    let packet = Self.decode(Self.segment(0x02, options: options))
    #expect(packet.tcp.maximumSegmentSize == size)
    #expect(packet.tcp.windowScale == scale)
  }

  @Test func readsWhatASYNOffers() {
    let options: Bytes = "0204 05b4 0402 080a 0000 0001 0000 0000 0103 0307"
    let offer = Self.decode(Self.segment(0x02, options: options)).tcp
    #expect(offer.permitsSACK && offer.hasTimestamps && offer.sackBlockCount == 0)
    let none = Self.decode(Self.segment(0x02)).tcp
    #expect(!none.permitsSACK && !none.hasTimestamps)
  }

  @Test(
    arguments: [
      ("0101 080a 0000 0001 0000 0002", 0), ("0101 050a 0000 0001 0000 0002", 1),
      ("0101 080a 0000 0001 0000 0002 0101 0512 0000 0001 0000 0002 0000 0003 0000 0004", 2),
      ("0101 0502", 0), ("0101 050b", 0),
    ] as [(Bytes, UInt8)])
  func countsBlocksOfSelectiveACKs(options: Bytes, count: UInt8) {
    let packet = Self.decode(Self.segment(0x10, options: options))
    #expect(packet.tcp.sackBlockCount == count && packet.stop == nil)
  }

  @Test(arguments: ["0200 05b4", "0201 05b4", "02ff 05b4", "0101 0102", "0300 0000"] as [Bytes])
  func readsPastMalformedOptions(options: Bytes) {
    let packet = Self.decode(Self.segment(0x02, options: options) + "aabb")
    #expect(packet.stop == nil)
    #expect(packet.transport == .tcp)
    #expect(packet.tcp.maximumSegmentSize == nil)
    #expect(packet.payloadLength == 2)
  }

  @Test(arguments: 0..<5)
  func rejectsAHeaderBelowTwentyBytes(words: Int) {
    let packet = Self.decode(Self.segment(0x10, words: words))
    #expect(packet.stop == .invalid(.tcpDataOffset, value: words * 4, at: 32))
    #expect(packet.transport == .none)
  }

  @Test func stopsAtAHeaderThatIsLongerThanTheSegment() {
    let packet = Self.decode(Self.segment(0x10, words: 15))
    #expect(packet.stop == .truncated(needed: 40, available: 0, at: 40))
    #expect(packet.sourcePort == 34376)
  }

  @Test(arguments: 4..<20)
  func keepsThePortsOfAHeaderThatIsCutOff(length: Int) {
    let whole = Frames.inner
    let packet = DecodedPacket(whole.prefix(20 + length), linkType: 228, wireLength: 60)
    #expect(packet.sourcePort == 34376 && packet.destinationPort == 80)
    #expect(packet.stop != nil)
  }
}
