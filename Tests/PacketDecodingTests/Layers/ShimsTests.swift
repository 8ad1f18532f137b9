import PacketDecoding
import TestSupport
import Testing

struct ShimsTests {
  static let checkValue = Bytes([UInt8](repeating: 9, count: 16))

  @Test(
    arguments: [
      "0000 0000 0001", "2000 0000 0001 0000 5e00 530a 0001", "5300 0000 0001",
    ] as [Bytes])
  func readsWhatMACsecOnlyProtects(tag: Bytes) {
    let packet = DecodedPacket(ethernet: 0x88E5, tag + "0800" + Frames.inner + Self.checkValue)
    #expect(packet.path.description == "eth/macsec/ip/tcp")
    #expect(packet.endpoints == "192.0.2.10:34376 > 198.51.100.10:80")
    #expect(packet.payloadLength == 0)
    #expect(packet.stop == nil)
  }

  @Test(arguments: ["0400 0000 0001", "0800 0000 0001", "0c00 0000 0001"] as [Bytes])
  func leavesWhatMACsecEncryptsAlone(tag: Bytes) {
    let packet = DecodedPacket(ethernet: 0x88E5, tag + "0800" + Frames.inner)
    #expect(packet.path.description == "eth/macsec")
    #expect(packet.payload.lowerBound == 20)
    #expect(packet.stop == nil)
  }

  /// Frames below 48 bytes say how long their data is; padding may follow the check value.
  @Test func goesByTheShortLengthOfMACsec() {
    let data = "0800" + Frames.ipv4(17, Frames.udp(to: 9, "aabb", length: 0))
    let packet = DecodedPacket(
      ethernet: 0x88E5, "0020 0000 0001" + data + Self.checkValue + "0000 0000")
    #expect(packet.path.description == "eth/macsec/ip/udp")
    #expect(packet.payload == 50..<52)
    #expect(packet.payloadLength == 2)
  }

  @Test(arguments: 0..<98)
  func readsMACsecAsFarAsItWasCaptured(length: Int) {
    let frame = Frames.ethernet(
      0x88E5, "0000 0000 0001 0800" + Frames.inner + Self.checkValue)
    let whole = DecodedPacket(frame)
    let cut = DecodedPacket(frame.prefix(length), wireLength: frame.array.count)
    #expect(whole.path.layers.starts(with: cut.path.layers))
    #expect(cut.payload.upperBound <= length)
    if case .invalid = cut.stop { Issue.record("a cut frame is not invalid") }
  }

  @Test(
    arguments: [
      ("0001 0010 0000 0000 0000 0000", "avsp/ip/tcp"),
      ("0001 0110 0000 0000 0000 0000", "avsp/ip/tcp"),
      ("0001 0020 0000 0000 0000", "avsp/ip/tcp"), ("0001 0120 0000 0000 0000", "avsp/ip/tcp"),
      ("0001 0030 0000 0000 0000", "avsp"), ("0002 0010 0000 0000 0000", "avsp"),
    ] as [(Bytes, String)])
  func readsTimeStampsOfKnownFormats(header: Bytes, path: String) {
    let packet = DecodedPacket(ethernet: 0xD28B, header + "0800" + Frames.inner)
    #expect(packet.path.description == "eth/" + path)
    #expect(packet.stop == nil)
  }

  @Test(arguments: 0..<4 as Range<UInt8>)
  func readsCiscoMetadataOfAnyLength(count: UInt8) {
    let options = Bytes([UInt8](repeating: 1, count: Int(count) * 4))
    let header = Bytes([1, count]) + options
    let over = DecodedPacket(ethernet: 0x8909, header + "0800" + Frames.inner)
    #expect(over.path.description == "eth/cmd/ip/tcp")
    let inGRE = DecodedPacket(ip: 47, "0000 8909 0800" + header + Frames.inner)
    #expect(inGRE.path.description == "eth/ip/gre/cmd/ip/tcp")
  }

  @Test(arguments: ["", "0000 0000", "c012 1234"] as [Bytes])
  func readsRedirectsOfEitherVersionOfWCCP(header: Bytes) {
    let packet = DecodedPacket(ip: 47, "0000 883e" + header + Frames.inner)
    #expect(packet.path.description == "eth/ip/gre/ip/tcp")
  }

  /// RFC 8300 section 2.2: the length counts words of four bytes, and there are two at least.
  @Test(
    arguments: [
      ("0fc2 0201 0000 0aff", "nsh/ip/tcp"), ("0fc3 0201 0000 0aff aabb ccdd", "nsh/ip/tcp"),
      ("0fc2 0206 0000 0aff", "nsh"), ("0fc2 02fe 0000 0aff", "nsh"),
      ("0fc1 0201 0000 0aff", "nsh"), ("0fc0 0201 0000 0aff", "nsh"),
    ] as [(Bytes, String)])
  func readsServiceHeaders(header: Bytes, path: String) {
    let packet = DecodedPacket(ethernet: 0x894F, header + Frames.inner)
    #expect(packet.path.description == "eth/" + path)
    #expect(packet.stop == nil)
  }

  @Test func stopsAtAServiceHeaderThatIsLongerThanTheFrame() {
    let packet = DecodedPacket(ethernet: 0x894F, "0fff 0201 0000 0aff")
    #expect(packet.stop == .truncated(needed: 248, available: 4, at: 18))
  }

  @Test(
    arguments: [
      ("0c00 0001 0000 7b00", Frames.inner, "/ip/tcp"),
      ("0c00 0002 0000 7b00", Frames.ipv6(6, Frames.syn), "/ipv6/tcp"),
      ("0c00 0003 0000 7b00", Frames.ethernet(0x0800, Frames.inner), "/eth/ip/tcp"),
      ("0400 0004 0000 0000", "0fc2 0201 0000 0aff" + Frames.inner, "/nsh/ip/tcp"),
      ("0c00 0005 0000 7b00", "0001 0140" + Frames.inner, "/mpls/ip/tcp"),
      ("0c00 0007 0000 7b00", Frames.inner, ""),
    ] as [(Bytes, Bytes, String)])
  func readsEveryNextProtocolOfVXLANGPE(header: Bytes, rest: Bytes, path: String) {
    let packet = DecodedPacket(ip: 17, Frames.udp(to: 4790, header + rest))
    #expect(packet.path.description == "eth/ip/udp" + path)
    #expect(packet.stop == nil)
  }

  /// The only packet of tcpdump's nsh-over-vxlan-gpe.pcap.
  @Test func namesTheLayersUnderVXLANGPEAsWiresharkDoes() {
    let frame: Bytes = """
      0000 0000 0000 0000 0000 0000 0800 4500 005c 4023 4000 4011 fc6b 7f00 0001 7f00
      0001 12b6 12b6 0048 49f7 0c00 0004 ffff ff00 3006 0201 ffff ffff 0001 0201 1234
      5678 0002 0301 1234 5678 4500 0020 d431 0000 ff11 6647 c0a8 0001 c0a8 0002 2710
      4e20 000c 2178 7465 7374
      """
    let packet = DecodedPacket(frame)
    #expect(packet.path.description == "eth/ip/udp/nsh/ip/udp")
    #expect(packet.stop == nil)
  }

  /// The beginning of the only packet of tcpdump's wccp_redirect_gre.pcap.
  @Test func namesTheLayersUnderARedirectAsWiresharkDoes() {
    let frame: Bytes = """
      0014 5e28 99a8 000f 353a ab40 0800 4500 010c ac83 0000 fd2f a42e 0afe 7fc2 0afe
      d652 0000 883e 0559 0048 4500 00f0 9114 4000 4006 a650 0afe 7fc3 0afe 6ce4 050b
      01bd 8383 a18a 550a c89d 8018 f98f 2909 0000 0101 080a 0000 9e1e 01ab cb5f
      """
    let packet = DecodedPacket(frame)
    #expect(packet.path.description == "eth/ip/gre/ip/tcp")
    #expect(packet.stop == nil)
  }

  @Test(
    arguments: [
      ("2100 defe 0000 0000", Frames.inner, "pim/ip/tcp"),
      ("2100 defe 4000 0000", Frames.ipv6(6, Frames.syn), "pim/ipv6/tcp"),
      ("2100 defe 0000 0000", "0000", "pim"), ("2100 defe 4000 0000", "", "pim"),
      ("2000 defe 0001 0002", Frames.inner, "pim"), ("2200 defe 0000 0000", Frames.inner, "pim"),
      ("1100 defe 0000 0000", Frames.inner, "pim"),
    ] as [(Bytes, Bytes, String)])
  func readsTheDatagramInARegisterMessageOnly(header: Bytes, rest: Bytes, path: String) {
    let packet = DecodedPacket(ip: 103, header + rest)
    #expect(packet.path.description == "eth/ip/" + path)
    #expect(packet.stop == nil)
  }
}
