import PacketDecoding
import TestSupport
import Testing

struct SFlowTests {
  static let frame = Frames.ethernet(0x0800, Frames.inner)
  static let ethernetRecord = record(protocol: 1, frame)
  /// Four bytes of counters that nobody reads.
  static let counters = "0000 0002" + field("0000 0001 0000 0001 0000 0000")
  /// An expanded sample has larger numbers of interfaces.
  static let expandedSample =
    "0000 0003" + field(zeros(40) + Frames.number(UInt32(1)) + ethernetRecord)

  /// The address of the agent that made a datagram: unknown, IPv4 or IPv6.
  static let agents: [Bytes] = [
    "0000 0000", "0000 0001 c000 020a", "0000 0002 2001 0db8 0001 0000 0000 0000 0000 0010",
  ]

  static func datagram(_ samples: [Bytes], agent: Bytes = agents[1]) -> Bytes {
    "0000 0005" + agent + zeros(12) + Frames.number(UInt32(samples.count))
      + samples.reduce("" as Bytes, +)
  }

  static func sample(_ records: [Bytes]) -> Bytes {
    "0000 0001"
      + field(zeros(28) + Frames.number(UInt32(records.count)) + records.reduce("" as Bytes, +))
  }

  /// The header of a packet, padded to words.
  static func record(protocol number: UInt32, _ header: Bytes) -> Bytes {
    let count = UInt32(header.array.count)
    return "0000 0001"
      + field(
        Frames.number(number) + Frames.number(count) + "0000 0000" + Frames.number(count) + header
          + zeros(-header.array.count & 3))
  }

  /// A length, and what is as long.
  private static func field(_ value: Bytes) -> Bytes {
    Frames.number(UInt32(value.array.count)) + value
  }

  private static func zeros(_ count: Int) -> Bytes { Bytes([UInt8](repeating: 0, count: count)) }

  static func decode(_ datagram: Bytes) -> DecodedPacket {
    DecodedPacket(ip: 17, Frames.udp(to: 6343, datagram))
  }

  @Test(arguments: agents)
  func notesTheHeaderThatWasSampled(agent: Bytes) {
    let packet = Self.decode(Self.datagram([Self.sample([Self.ethernetRecord])], agent: agent))
    #expect(packet.path.description == "eth/ip/udp/sflow")
    #expect(packet.quoted.description == "eth/ip/tcp")
    #expect(packet.stop == nil)
  }

  @Test func passesOverADatagramOfAnAgentItDoesNotKnow() {
    let datagram = Self.datagram([Self.sample([Self.ethernetRecord])], agent: "0000 0003 c000 020a")
    #expect(Self.decode(datagram).quoted.count == 0)
    #expect(Self.decode(datagram).stop == nil)
  }

  @Test func keepsItsOwnAddressesAndPorts() {
    let packet = Self.decode(Self.datagram([Self.sample([Self.ethernetRecord])]))
    #expect(packet.endpoints == "192.0.2.10:48896 > 198.51.100.10:6343")
    #expect(packet.transport == .udp)
    #expect(packet.ipProtocol == 17)
  }

  @Test(
    arguments: [
      (1, frame, "eth/ip/tcp"), (7, "ff03 0021" + Frames.inner, "ppp/ip/tcp"),
      (11, Frames.inner, "ip/tcp"), (12, Frames.ipv6(6, Frames.syn), "ipv6/tcp"),
      (2, frame, ""), (13, "0001 0140" + Frames.inner, ""), (99, frame, ""),
    ] as [(UInt32, Bytes, String)])
  func knowsHeadersOfTheseProtocols(number: UInt32, header: Bytes, quoted: String) {
    let packet = Self.decode(
      Self.datagram([Self.sample([Self.record(protocol: number, header)])]))
    #expect(packet.quoted.description == quoted)
    #expect(packet.path.description == "eth/ip/udp/sflow")
    #expect(packet.stop == nil)
  }

  @Test func findsTheHeaderBehindOtherSamplesAndRecords() {
    let other: Bytes = "0000 03e9 0000 0004 aabb ccdd"
    let vendor: Bytes = "0000 1001 0000 0004 aabb ccdd"
    let packet = Self.decode(
      Self.datagram([Self.counters, vendor, Self.sample([other, Self.ethernetRecord])]))
    #expect(packet.quoted.description == "eth/ip/tcp")
  }

  @Test func readsExpandedSamples() {
    #expect(Self.decode(Self.datagram([Self.expandedSample])).quoted.description == "eth/ip/tcp")
  }

  @Test func notesTheFirstOfSeveralHeaders() {
    let second = Self.record(protocol: 11, Frames.inner)
    let packet = Self.decode(
      Self.datagram([Self.sample([Self.ethernetRecord, second]), Self.sample([second])]))
    #expect(packet.quoted.description == "eth/ip/tcp")
  }

  @Test func quotesNothingInsideAQuote() {
    let error = Frames.ipv4(1, "0303 fcfc 0000 0000" + Frames.inner)
    let packet = Self.decode(
      Self.datagram([Self.sample([Self.record(protocol: 11, error)])]))
    #expect(packet.quoted.description == "ip/icmp")
  }

  /// Padding to words is not part of the header.
  @Test func endsTheHeaderWithItsLength() {
    let header = Frames.ethernet(0x88E5, "0000 00")
    let packet = Self.decode(
      Self.datagram([Self.sample([Self.record(protocol: 1, header)])]))
    #expect(packet.quoted.description == "eth/macsec")
  }

  @Test func notesNothingWithoutSamples() {
    let packet = Self.decode(Self.datagram([]))
    #expect(packet.path.description == "eth/ip/udp/sflow")
    #expect(packet.quoted.count == 0)
    #expect(packet.stop == nil)
  }

  /// A count or a length that nothing can be ends with the datagram.
  @Test func stopsAtASampleThatIsLongerThanTheDatagram() {
    let packet = Self.decode(Self.datagram(["0000 0001 ffff ffff 0000"]))
    #expect(packet.stop == .truncated(needed: 0xFFFF_FFFF, available: 2, at: 78))
    #expect(packet.quoted.count == 0)
  }

  @Test func stopsAtACountThatIsLargerThanTheDatagram() {
    let packet = Self.decode("0000 0005 0000 0001 c000 020a" + Self.zeros(12) + "ffff ffff")
    #expect(packet.stop == .truncated(needed: 4, available: 0, at: 70))
  }

  @Test func readsNoOtherVersion() {
    #expect(Self.decode("0000 0004 0000 0001").path.description == "eth/ip/udp")
  }
}
