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

  /// Two MSDUs in one frame with quality of service.
  static let aggregate: Bytes = {
    let part = "0000 5e00 5302 0000 5e00 5303" + Frames.number(UInt16(8 + Frames.inner.array.count))
    return "8801" + Bytes(Array(data.array[2...])) + "8000" + part + snap + Frames.inner
  }()

  @Test func readsTheFirstOfAggregatedFrames() {
    let more: Bytes = "0000 0000 5e00 5304 0000 5e00 5303 0004 aaaa 0300"
    let packet = DecodedPacket(Self.aggregate + more, linkType: 105)
    #expect(packet.path.description == "wlan/wlan_aggregate/llc/ip/tcp")
    #expect(packet.destinationMAC.description == "00:00:5e:00:53:02")
    #expect(packet.payloadLength == 0)
  }

  @Test func skipsMeshControlOnlyWhereItIsOne() {
    let rest = Bytes(Array(Self.data.array[2...]))
    #expect(Self.path("8802" + rest + "0001 001f 0100 0000") == "wlan/llc/ip/tcp")
    #expect(Self.path("8802" + rest + "0001") == "wlan/llc/ip/tcp")
    #expect(Self.path("8801" + rest + "0001") == "wlan/llc/ip/tcp")
  }

  @Test(arguments: [("0805", "1000"), ("0801", "1100")] as [(Bytes, Bytes)])
  func leavesFragmentsAlone(control: Bytes, sequence: Bytes) {
    let addresses = Bytes(Array(Self.data.array[2..<22]))
    #expect(Self.path(control + addresses + sequence) == "wlan")
  }

  @Test func readsAnotherVersionNoFurther() {
    #expect(Self.path("0901" + Bytes(Array(Self.data.array[2...]))) == "wlan")
  }

  @Test func namesTheEndsOfManagementFrames() {
    let packet = DecodedPacket("8000" + Bytes(Array(Self.data.array[2...])), linkType: 105)
    #expect(packet.destinationMAC.description == "00:00:5e:00:53:01")
    #expect(packet.sourceMAC.description == "00:00:5e:00:53:0a")
    #expect(packet.path.description == "wlan")
  }

  /// The flags of radiotap stand behind the time, which is aligned to eight bytes.
  @Test(
    arguments: [
      "0000 0900 0200 0000 10", "0000 1100 0300 0000 0102 0304 0506 0708 10",
      "0000 1900 0300 0080 0000 0000 0000 0000 0102 0304 0506 0708 10",
    ] as [Bytes])
  func leavesTheChecksumOutOfThePayload(radiotap: Bytes) {
    let udp = Frames.ipv4(17, Frames.udp(to: 9, "aabb"), totalLength: 0)
    let frame = radiotap + Self.data + Self.snap + udp + "dead beef"
    let packet = DecodedPacket(frame, linkType: 127)
    #expect(packet.path.description == "radiotap/wlan/llc/ip/udp")
    #expect(packet.payloadBytes(of: frame).array == [0xAA, 0xBB])
    #expect(packet.payloadLength == 2)
  }

  @Test func skipsThePaddingOfTheHeader() {
    let quality = "8801" + Bytes(Array(Self.data.array[2...])) + "0000"
    let frame = "0000 0900 0200 0000 20" + quality + "0000" + Self.snap + Frames.inner
    #expect(DecodedPacket(frame, linkType: 127).path.description == "radiotap/wlan/llc/ip/tcp")
  }

  @Test func goesByTheFlagsOfPerPacketInformation() {
    let common: Bytes = "0200 1400" + "0000 0000 0000 0000 0100 0000 0000 0000 0000 0000"
    let udp = Frames.ipv4(17, Frames.udp(to: 9, "aabb"), totalLength: 0)
    let frame = "0000 2000 6900 0000" + common + Self.data + Self.snap + udp + "dead beef"
    let packet = DecodedPacket(frame, linkType: 192)
    #expect(packet.path.description == "ppi/wlan/llc/ip/udp")
    #expect(packet.payloadLength == 2)
  }

  /// Frames without LLC, as some bridges and access points send them.
  @Test(
    arguments: [
      ("0000 5e00 53fe 0000 5e00 530a 0800", "wlan/eth/ip/tcp"),
      ("0000 aaaa 0300 0000 0800", "wlan/llc/ip/tcp"), ("ffff 0000", "wlan/ipx"),
    ] as [(Bytes, String)])
  func readsDataWithoutLLC(start: Bytes, path: String) {
    let packet = DecodedPacket(Self.data + start + Frames.inner, linkType: 105)
    #expect(packet.path.description == path)
  }

  @Test func readsAVSWhereThereShouldBePrism() {
    let packet = DecodedPacket(
      "8021 1001 0000 0008" + Self.data + Self.snap + Frames.inner, linkType: 119)
    #expect(packet.path.description == "wlancap/wlan/llc/ip/tcp")
  }

  @Test(
    arguments: [("4400 0000 ffff ffff", 119), ("8021 1001 ffff ffff", 163)] as [(Bytes, UInt16)])
  func stopsAtAMonitorHeaderOfNoSize(header: Bytes, linkType: UInt16) {
    let packet = DecodedPacket(header + Self.data, linkType: linkType)
    #expect(packet.path.count == 1)
  }
}
