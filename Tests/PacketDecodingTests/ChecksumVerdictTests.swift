import PacketDecoding
import TestSupport
import Testing

struct ChecksumVerdictTests {
  /// A query for www.example.com over IPv4, a request of HTTP, and a SYN over IPv6, as they were captured.
  static let udp: Bytes = """
    4500 0054 5989 0000 4011 349d c000 020a c633 6435 88de 0035 0040 8a5c 2446 0120 0001 0000 0000 0001
    0377 7777 0765 7861 6d70 6c65 0363 6f6d 0000 0100 0100 0029 04d0 0000 0000 000c 000a 0008 b39b 88dc
    bb5c 93db
    """
  static let tcp: Bytes = """
    4500 0083 59b9 4000 4006 f473 c000 020a c633 640a 8648 0050 2639 3ee9 633a 8488 8018 003f 818d 0000
    0101 080a dadc 8c62 3908 0209 4745 5420 2f20 4854 5450 2f31 2e31 0d0a 486f 7374 3a20 7777 772e 6578
    616d 706c 652e 636f 6d0d 0a55 7365 722d 4167 656e 743a 2063 7572 6c2f 372e 3838 2e31 0d0a 4163 6365
    7074 3a20 2a2f 2a0d 0a0d 0a
    """
  static let tcp6: Bytes = """
    6006 fde8 0028 0640 2001 0db8 0001 0000 0000 0000 0000 0077 2001 0db8 0002 0000 0000 0000 0000 0010
    9a2a 0050 746d 3de2 0000 0000 a002 fd20 e7b8 0000 0204 05a0 0402 080a 2ff4 8a7d 0000 0000 0103 030a
    """

  private func verdict(_ bytes: [UInt8]) -> ChecksumVerdict {
    var packet = DecodedPacket()
    packet.decode(bytes.span.bytes, wireLength: bytes.count, linkType: 101)
    return ChecksumVerdict(packet, bytes.span.bytes)
  }

  @Test(arguments: [ChecksumVerdictTests.udp, ChecksumVerdictTests.tcp])
  func findsRightOnesRight(packet: Bytes) {
    #expect(verdict(packet.array).header == .right)
    #expect(verdict(packet.array).transport == .right)
    // What is behind the datagram pads the frame.
    #expect(verdict(packet.array + [1, 2, 3]).transport == .right)
  }

  @Test func hasNoChecksumInTheHeaderOfIPv6() {
    #expect(verdict(Self.tcp6.array).header == .unknown)
    #expect(verdict(Self.tcp6.array).transport == .right)
  }

  @Test(arguments: [ChecksumVerdictTests.udp, ChecksumVerdictTests.tcp, ChecksumVerdictTests.tcp6])
  func findsAnyBitThatIsWrong(packet: Bytes) {
    let start = packet.array[0] >> 4 == 4 ? 20 : 40
    let checksum = packet.array.count - start > 80 || start == 40 ? 16 : 6
    for place in start + checksum..<packet.array.count {
      var bytes = packet.array
      bytes[place] ^= 0x10
      #expect(verdict(bytes).transport == .wrong, "\(place)")
    }
  }

  @Test func findsAWrongHeaderAndLooksNoFurther() {
    var bytes = Self.udp.array
    bytes[8] -= 1
    #expect(verdict(bytes).header == .wrong)
    #expect(verdict(bytes).transport == .unknown)
  }

  @Test(arguments: [ChecksumVerdictTests.udp, ChecksumVerdictTests.tcp, ChecksumVerdictTests.tcp6])
  func saysNothingOfPacketsThatWereCut(packet: Bytes) {
    for count in 0..<packet.array.count {
      #expect(verdict(Array(packet.array.prefix(count))).transport == .unknown, "\(count)")
    }
  }

  @Test func leavesOutWhatIsLeftToTheAdapter() {
    var bytes = Self.udp.array
    bytes.replaceSubrange(10..<12, with: [0, 0])
    bytes.replaceSubrange(26..<28, with: [0, 0])
    #expect(verdict(bytes) == ChecksumVerdict())
  }

  @Test func addsUpAsInTheExampleOfTheRFC() {
    var sum = InternetChecksum()
    // RFC 1071 section 3.
    let bytes: [UInt8] = [0x00, 0x01, 0xF2, 0x03, 0xF4, 0xF5, 0xF6, 0xF7]
    sum.add(bytes.span.bytes, 0..<8)
    #expect(sum.folded == 0xDDF2)
  }
}
