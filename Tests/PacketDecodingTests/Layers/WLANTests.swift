import PacketDecoding
import TestSupport
import Testing

struct WLANTests {
  static let radiotap: Bytes = "0000 0d00 0480 0200 0200 0000 00"
  /// From a station to the distribution system.
  static let data: Bytes = "0801 3000 0000 5e00 5301 0000 5e00 530a 0000 5e00 53fe 1000"
  static let snap: Bytes = "aaaa 03 000000 0800"

  static func path(_ bytes: Bytes) -> String {
    DecodedPacket(bytes + snap + Frames.inner, linkType: 105).path.description
  }

  @Test func readsAddressesByTheirDirection() {
    let to = DecodedPacket(Self.data + Self.snap, linkType: 105)
    #expect(to.destinationMAC.description == "00:00:5e:00:53:fe")
    #expect(to.sourceMAC.description == "00:00:5e:00:53:0a")
    let from = DecodedPacket("0802" + Bytes(Array(Self.data.array[2...])), linkType: 105)
    #expect(from.destinationMAC.description == "00:00:5e:00:53:01")
    #expect(from.sourceMAC.description == "00:00:5e:00:53:fe")
    let direct = DecodedPacket("0800" + Bytes(Array(Self.data.array[2...])), linkType: 105)
    #expect(direct.destinationMAC.description == "00:00:5e:00:53:01")
    #expect(direct.sourceMAC.description == "00:00:5e:00:53:0a")
    let bridge = DecodedPacket(
      "0803" + Bytes(Array(Self.data.array[2...])) + "0000 5e00 53dd", linkType: 105)
    #expect(bridge.sourceMAC.description == "00:00:5e:00:53:dd")
  }

  @Test func readsDataWithQualityOfServiceAndHighThroughput() {
    let rest = Bytes(Array(Self.data.array[2...]))
    #expect(Self.path("8801" + rest + "0000") == "wlan/llc/ip/tcp")
    #expect(Self.path("8881" + rest + "0000 0000 0000") == "wlan/llc/ip/tcp")
  }

  @Test(arguments: ["8000", "d400", "4801", "0841", "c801"] as [Bytes])
  func readsNothingBehindFramesWithoutReadableData(control: Bytes) {
    let rest = Bytes(Array(Self.data.array[2...]))
    #expect(Self.path(control + rest) == "wlan")
  }

  @Test func leavesARadiotapHeaderThatIsTooShort() {
    let packet = DecodedPacket("0000 0700 0000 0000", linkType: 127)
    #expect(packet.path.description == "radiotap")
  }

  @Test func stopsAtARadiotapHeaderThatIsTooLong() {
    let packet = DecodedPacket("0000 ffff 0000 0000", linkType: 127)
    #expect(packet.stop == .truncated(needed: 65_531, available: 4, at: 4))
  }
}
