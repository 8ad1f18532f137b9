import PacketDecoding
import TestSupport
import Testing

struct ARPTests {
  /// 192.0.2.10 asks who has 192.0.2.1 (Samples/arp.pcap).
  static let request: Bytes = """
    0001 0800 0604 0001 0000 5e00 530a c000 020a ffff ffff ffff c000 0201
    """

  @Test func readsARequest() throws {
    let packet = DecodedPacket(ethernet: 0x0806, Self.request)
    let arp = try #require(packet.arp)
    #expect(arp.operation == 1)
    #expect(arp.hasAddresses && !arp.isReverse)
    #expect(arp.senderMAC.description == "00:00:5e:00:53:0a")
    #expect(arp.senderAddress.description == "192.0.2.10")
    #expect(arp.targetMAC == .broadcast)
    #expect(arp.targetAddress.description == "192.0.2.1")
    #expect(packet.ipVersion == 0)
  }

  @Test(arguments: [(0x8035, 3), (0x8035, 4)] as [(UInt16, UInt16)])
  func readsReverseARP(type: UInt16, operation: UInt16) throws {
    let bytes = "0001 0800 0604" + Frames.number(operation) + Bytes(Array(Self.request.array[8...]))
    let packet = DecodedPacket(ethernet: type, bytes)
    #expect(packet.path.description == "eth/arp")
    #expect(try #require(packet.arp).isReverse)
  }

  @Test(
    arguments: [
      "0001 86dd 0604 0001 0000 5e00 530a c000 020a ffff ffff ffff c000 0201",
      "0006 0800 0804 0001 0000 0000 0000 0000 c000 020a 0000 0000 0000 0000 c000 0201",
      "0001 0800 0000 0001",
    ] as [Bytes])
  func takesNoAddressesOfOtherKinds(bytes: Bytes) throws {
    let packet = DecodedPacket(ethernet: 0x0806, bytes)
    #expect(packet.stop == nil)
    #expect(try #require(packet.arp).hasAddresses == false)
  }

  @Test func stopsAtLengthsThatGoBeyondTheFrame() {
    let packet = DecodedPacket(ethernet: 0x0806, "0001 0800 ffff 0001 0000")
    #expect(packet.arp == nil)
    #expect(packet.stop == .truncated(needed: 1020, available: 2, at: 22))
  }

  @Test(arguments: 0..<28)
  func keepsNothingOfARequestThatIsCutOff(length: Int) {
    let packet = DecodedPacket(
      Frames.ethernet(0x0806, Self.request).prefix(14 + length), wireLength: 42)
    #expect(packet.arp == nil)
    #expect(packet.path.description == "eth/arp")
    #expect(packet.hasMAC)
  }
}
