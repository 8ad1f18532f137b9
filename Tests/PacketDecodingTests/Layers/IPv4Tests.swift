import PacketDecoding
import TestSupport
import Testing

struct IPv4Tests {
  @Test func readsTheHeader() {
    let packet = DecodedPacket(ethernet: 0x0800, Frames.inner)
    #expect(packet.ipVersion == 4)
    #expect(packet.ipProtocol == 6)
    #expect(packet.timeToLive == 64)
    #expect(packet.source.description == "192.0.2.10")
    #expect(packet.destination.description == "198.51.100.10")
    #expect(packet.fragment == nil)
  }

  @Test func leavesPaddingOutOfThePayload() {
    let frame = Frames.ethernet(0x0800, Frames.ipv4(17, Frames.udp(to: 9, "aabb"))) + "0000 0000"
    let packet = DecodedPacket(frame)
    #expect(packet.payloadBytes(of: frame).array == [0xAA, 0xBB])
    #expect(packet.payloadLength == 2)
  }

  @Test(arguments: [4, 8, 40])
  func skipsOptions(length: Int) {
    let options = Bytes([UInt8](repeating: 1, count: length))
    let packet = DecodedPacket(Frames.ipv4(6, Frames.syn, options: options), linkType: 228)
    #expect(packet.endpoints == "192.0.2.10:34376 > 198.51.100.10:80")
  }

  @Test func countsThePayloadOnTheWireThatWasNotCaptured() {
    let frame = Frames.ethernet(
      0x0800,
      Frames.ipv4(
        17, Frames.udp(to: 9, "aabb", length: 1480),
        totalLength: 1500))
    let packet = DecodedPacket(frame, wireLength: 1514)
    #expect(packet.payload.count == 2)
    #expect(packet.payloadLength == 1472)
    #expect(packet.stop == nil)
  }

  /// Segmentation offload leaves 0 in packets captured on the sender.
  @Test func takesTheWholeFrameForATotalLengthOfZero() {
    let payload = Bytes([UInt8](repeating: 7, count: 3000))
    let frame = Frames.ethernet(0x0800, Frames.ipv4(6, Frames.syn + payload, totalLength: 0))
    let packet = DecodedPacket(frame)
    #expect(packet.payloadLength == 3000)
    #expect(packet.stop == nil)
  }

  @Test(arguments: 1..<20)
  func rejectsATotalLengthBelowTheHeader(length: Int) {
    let packet = DecodedPacket(
      ethernet: 0x0800, Frames.ipv4(6, Frames.syn, totalLength: length))
    #expect(packet.stop == .invalid(.ipv4TotalLength, value: length, at: 16))
    #expect(packet.source.description == "192.0.2.10")
  }

  @Test(arguments: 0..<5 as Range<UInt8>)
  func rejectsAHeaderBelowTwentyBytes(words: UInt8) {
    var bytes = Frames.inner.array
    bytes[0] = 0x40 | words
    let packet = DecodedPacket(Bytes(bytes), linkType: 228)
    #expect(packet.stop == .invalid(.ipv4HeaderLength, value: Int(words) * 4, at: 0))
  }

  @Test(arguments: [0, 1, 2, 3, 5, 7, 15] as [UInt8])
  func rejectsAnotherVersion(version: UInt8) {
    var bytes = Frames.inner.array
    bytes[0] = version << 4 | 5
    let packet = DecodedPacket(Bytes(bytes), linkType: 228)
    #expect(packet.stop == .invalid(.ipVersion, value: Int(version), at: 0))
  }

  @Test func goesByTheVersionWhenTheTypeSaysOtherwise() {
    let packet = DecodedPacket(ethernet: 0x0800, Frames.ipv6(6, Frames.syn))
    #expect(packet.path.description == "eth/ip/ipv6/tcp")
    #expect(packet.ipVersion == 6)
  }

  @Test func remembersAFirstFragment() throws {
    let packet = DecodedPacket(Frames.ipv4(17, Frames.dnsQuery, fragment: 0x2000), linkType: 228)
    let fragment = try #require(packet.fragment)
    #expect(fragment.isFirst && fragment.moreFragments && fragment.isWhole)
    #expect(fragment.identification == 0x59B7)
    #expect(fragment.length == 64)
    #expect(fragment.path.description == "ip")
    #expect(packet.path.description == "ip/udp")
    #expect(packet.sourcePort == 35038)
  }

  @Test func readsNoPortsOfALaterFragment() throws {
    let packet = DecodedPacket(Frames.ipv4(17, Frames.dnsQuery, fragment: 0x00B9), linkType: 228)
    let fragment = try #require(packet.fragment)
    #expect(fragment.offset == 0xB9 * 8)
    #expect(!fragment.isFirst && !fragment.moreFragments)
    #expect(packet.sourcePort == 0 && packet.transport == .none)
    #expect(packet.path.description == "ip")
    #expect(packet.ipProtocol == 17)
  }

  @Test func tellsAFragmentThatWasNotCapturedWhole() throws {
    let bytes = Frames.ipv4(17, Frames.dnsQuery, fragment: 0x2000, totalLength: 1500)
    let packet = DecodedPacket(bytes, linkType: 228, wireLength: 1500)
    let fragment = try #require(packet.fragment)
    #expect(!fragment.isWhole)
    #expect(fragment.length == 1480)
  }

  @Test(arguments: [0x2000, 0x00B9, 0x20B9] as [UInt16])
  func tellsAFragmentThatGoesPastItsFrame(flagsAndOffset: UInt16) throws {
    let bytes = Frames.ipv4(17, Frames.dnsQuery, fragment: flagsAndOffset, totalLength: 85)
    let packet = DecodedPacket(bytes, linkType: 228)
    let fragment = try #require(packet.fragment)
    #expect(!fragment.isWhole)
    #expect(fragment.length == 64)
    #expect(packet.stop == nil)
  }

  @Test(arguments: 20..<84)
  func tellsAFragmentThatWasCutAtAnyLength(length: Int) throws {
    let bytes = Frames.ipv4(17, Frames.dnsQuery, fragment: 0x00B9)
    let packet = DecodedPacket(bytes.prefix(length), linkType: 228, wireLength: 84)
    let fragment = try #require(packet.fragment)
    #expect(!fragment.isWhole)
    #expect(fragment.length == 64)
  }

  @Test func takesAFragmentWithPaddingBehindItAsWhole() throws {
    let bytes = Frames.ipv4(17, Frames.dnsQuery, fragment: 0x00B9) + "0000 0000"
    let fragment = try #require(DecodedPacket(bytes, linkType: 228).fragment)
    #expect(fragment.isWhole)
    #expect(fragment.length == 64)
  }

  /// Without a total length the fragment lasts to the end of the frame.
  @Test func tellsAFragmentWithoutALengthThatWasNotCapturedWhole() throws {
    let bytes = Frames.ipv4(17, Frames.dnsQuery, fragment: 0x00B9, totalLength: 0)
    let whole = try #require(DecodedPacket(bytes, linkType: 228).fragment)
    #expect(whole.isWhole && whole.length == 64)
    let cut = DecodedPacket(bytes.prefix(60), linkType: 228, wireLength: 84)
    let fragment = try #require(cut.fragment)
    #expect(!fragment.isWhole && fragment.length == 64)
  }

  @Test func keepsAddressesOfAHeaderWhoseOptionsAreCutOff() {
    let whole = Frames.ipv4(6, Frames.syn, options: "0101 0101")
    let packet = DecodedPacket(whole.prefix(22), linkType: 228, wireLength: whole.array.count)
    #expect(packet.source.description == "192.0.2.10")
    #expect(packet.stop == .truncated(needed: 4, available: 2, at: 20))
  }
}
