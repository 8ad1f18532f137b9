import PacketDecoding
import TestSupport
import Testing

struct EthernetTests {
  @Test func readsAddresses() {
    let packet = DecodedPacket(ethernet: 0x0800, Frames.inner)
    #expect(packet.hasMAC)
    #expect(packet.destinationMAC.description == "00:00:5e:00:53:01")
    #expect(packet.sourceMAC.description == "00:00:5e:00:53:0a")
    #expect(packet.vlan == nil)
    #expect(packet.endpoints == "192.0.2.10:34376 > 198.51.100.10:80")
  }

  @Test func takesTheOuterTag() {
    let packet = DecodedPacket(ethernet: 0x88A8, "f064 8100 001f 0800" + Frames.inner)
    #expect(packet.vlan == 100)
    #expect(packet.path.description == "eth/ieee8021ad/vlan/ip/tcp")
  }

  @Test func readsTagsOfBeforeTheStandard() {
    let packet = DecodedPacket(ethernet: 0x9100, "0007 0800" + Frames.inner)
    #expect(packet.path.description == "eth/vlan/ip/tcp")
    #expect(packet.vlan == 7)
  }

  @Test func leavesPaddingOutOfAFrameWithALength() {
    let frame = Frames.ethernet(7, "4242 0300 0000 00" + "ffff ffff ffff")
    let packet = DecodedPacket(frame)
    #expect(packet.path.description == "eth/llc/stp")
    #expect(packet.payload == 17..<21)
    #expect(packet.wireEnd == 21)
  }

  @Test func takesALengthBehindATag() {
    let packet = DecodedPacket(ethernet: 0x8100, "0001 0004" + "4242 0300" + "ffff ffff")
    #expect(packet.path.description == "eth/vlan/llc/stp")
    #expect(packet.wireEnd == 22)
  }

  @Test func readsNovellFrames() {
    #expect(DecodedPacket(ethernet: 32, "ffff 0020 0011").path.description == "eth/ipx")
  }

  @Test(arguments: [1501, 1535] as [UInt16])
  func countsWhatIsNeitherTypeNorLength(type: UInt16) {
    let packet = DecodedPacket(ethernet: type, "0000 0000")
    #expect(packet.unknown == UnknownProtocol(.etherType, type))
    #expect(packet.path.description == "eth")
  }

  @Test func countsAnUnknownTypeByNumber() {
    let frame = Frames.ethernet(0x88B5, "0102 0304")
    let packet = DecodedPacket(frame)
    #expect(packet.unknown.description == "ethertype 0x88b5")
    #expect(packet.stop == nil)
    #expect(packet.payload == 14..<18)
  }

  @Test(
    arguments: [
      (0x88CC, "lldp"), (0x888E, "eapol"), (0x8809, "slow"), (0x88F7, "ptp"),
      (0x0842, "wol"), (0x8137, "ipx"), (0x809B, "ddp"), (0x80F3, "aarp"), (0x88A2, "aoe"),
      (0x9000, "loop"), (0x8902, "cfm"), (0x8899, "realtek"), (0x8906, "fcoe"),
      (0x887B, "homeplug"), (0x88E1, "homeplug-av"), (0x88A4, "ecatf"), (0x8892, "pn_rt"),
      (0x88B8, "goose"), (0x88BA, "sv"), (0x88CA, "tipc"), (0x8783, "mint"), (0x893A, "ieee1905"),
      (0x8863, "pppoed"),
    ] as [(UInt16, String)])
  func namesWhatItDoesNotDecodeFurther(type: UInt16, name: String) {
    let packet = DecodedPacket(ethernet: type, "0102 0304")
    #expect(packet.path.description == "eth/" + name)
    #expect(packet.unknown == .none && packet.stop == nil)
    #expect(packet.payload == 14..<18)
  }

  @Test func readsAFrameInAFrame() {
    let packet = DecodedPacket(ethernet: 0x6558, Frames.ethernet(0x0800, Frames.inner))
    #expect(packet.path.description == "eth/eth/ip/tcp")
  }
}
