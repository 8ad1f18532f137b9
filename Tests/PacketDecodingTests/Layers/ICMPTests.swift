import PacketDecoding
import TestSupport
import Testing

/// The datagram that an error quotes is noted, and is not traffic.
struct ICMPTests {
  static let ping6: Bytes = "8000 9ec0 62f6 0001"

  @Test(
    arguments: [
      "0303 fcfc 0000 0000", "0400 fbff 0000 0000", "0501 3afd c000 0201", "0b00 f4ff 0000 0000",
      "0c00 dfff 1400 0000",
    ] as [Bytes])
  func notesTheDatagramThatAnErrorQuotes(header: Bytes) {
    let packet = DecodedPacket(ip: 1, header + Frames.inner)
    #expect(packet.quoted.description == "ip/tcp")
    #expect(packet.path.description == "eth/ip/icmp")
    #expect(packet.icmpType == header.array[0] && packet.icmpCode == header.array[1])
    #expect(packet.stop == nil)
  }

  @Test(
    arguments: [
      "0104 fefb 0000 0000", "0200 f8ff 0000 0500", "0300 fcff 0000 0000", "0401 fbd6 0000 0028",
    ] as [Bytes])
  func notesTheDatagramThatAnErrorOfIPv6Quotes(header: Bytes) {
    let packet = DecodedPacket(
      Frames.ipv6(58, header + Frames.ipv6(17, Frames.dnsQuery)), linkType: 229)
    #expect(packet.quoted.description == "ipv6/udp")
    #expect(packet.path.description == "ipv6/icmpv6")
    #expect(packet.icmpType == header.array[0])
    #expect(packet.stop == nil)
  }

  @Test func readsTheMTUThatMakesADatagramTooBig() {
    let old = DecodedPacket(ip: 1, "0304 fefb ffff 0514" + Frames.inner)
    #expect(old.saysTooBig && old.icmpMTU == 1300)
    let new = DecodedPacket(
      Frames.ipv6(58, "0200 f8ff 0000 0500" + Frames.ipv6(17, Frames.dnsQuery)), linkType: 229)
    #expect(new.saysTooBig && new.icmpMTU == 1280)
    let other = DecodedPacket(ip: 1, "0303 fcfc ffff 0514" + Frames.inner)
    #expect(!other.saysTooBig && other.icmpMTU == 0)
  }

  @Test(arguments: [0, 1, 2, 6, 8, 9, 10, 13, 14, 17, 30, 40, 128, 255] as [UInt8])
  func quotesNothingInOtherMessages(type: UInt8) {
    let packet = DecodedPacket(ip: 1, Bytes([type, 0]) + "0000 0000 0000" + Frames.inner)
    #expect(packet.quoted.count == 0)
    #expect(packet.icmpType == type)
  }

  @Test(arguments: [0, 5, 11, 100, 127, 128, 129, 133, 135, 137, 143, 255] as [UInt8])
  func quotesNothingInOtherMessagesOfIPv6(type: UInt8) {
    let message = Bytes([type, 0]) + "0000 0000 0000" + Frames.ipv6(17, Frames.dnsQuery)
    let packet = DecodedPacket(Frames.ipv6(58, message), linkType: 229)
    #expect(packet.quoted.count == 0)
    #expect(packet.icmpType == type)
  }

  @Test func keepsItsOwnFields() {
    let vlan = "001e 0800" + Frames.ipv4(1, "0303 fcfc 0000 0000" + Frames.ipv4(6, Frames.syn))
    let packet = DecodedPacket(ethernet: 0x8100, vlan)
    #expect(packet.endpoints == "192.0.2.10:0 > 198.51.100.10:0")
    #expect(packet.transport == .icmp)
    #expect(packet.ipProtocol == 1 && packet.ipVersion == 4)
    #expect(packet.vlan == 30)
    #expect(packet.icmpEcho == 0)
    #expect(packet.payload == 42..<106)
  }

  /// A fragment in a quote is no fragment of ours, and an echo no echo.
  @Test func takesNothingButTheLayersOfAQuote() {
    let fragment = Frames.ipv4(1, Frames.ping, fragment: 0x2000)
    let packet = DecodedPacket(ip: 1, "0b01 f4fe 0000 0000" + fragment)
    #expect(packet.quoted.description == "ip/icmp")
    #expect(packet.fragment == nil)
    #expect(packet.icmpEcho == 0)
    #expect(packet.icmpType == 11 && packet.icmpCode == 1)
  }

  @Test func quotesNothingInsideAQuote() {
    let error = "0303 fcfc 0000 0000" + Frames.inner
    let packet = DecodedPacket(ip: 1, "0303 fcfc 0000 0000" + Frames.ipv4(1, error))
    #expect(packet.quoted.description == "ip/icmp")
    let error6 = "0104 fefb 0000 0000" + Frames.ipv6(58, Self.ping6)
    let packet6 = DecodedPacket(
      Frames.ipv6(58, "0104 fefb 0000 0000" + Frames.ipv6(58, error6)), linkType: 229)
    #expect(packet6.quoted.description == "ipv6/icmpv6")
  }

  @Test func quotesNoSampleInsideAQuote() {
    let datagram = SFlowTests.datagram([SFlowTests.sample([SFlowTests.ethernetRecord])])
    let sample = Frames.ipv4(17, Frames.udp(to: 6343, datagram))
    let packet = DecodedPacket(ip: 1, "0303 fcfc 0000 0000" + sample)
    #expect(packet.quoted.description == "ip/udp/sflow")
  }

  /// Routers quote the header and eight bytes (RFC 792); what they leave off is no error.
  @Test func readsAQuoteAsFarAsItGoes() {
    let packet = DecodedPacket(
      ip: 1, "0303 fcfc 0000 0000" + Frames.ipv4(17, Frames.dnsQuery).prefix(28))
    #expect(packet.quoted.description == "ip/udp")
    #expect(packet.stop == nil)
  }

  @Test(arguments: 0..<60)
  func endsAQuoteWhereItWasCutOff(length: Int) {
    let packet = DecodedPacket(ip: 1, "0303 fcfc 0000 0000" + Frames.inner.prefix(length))
    #expect(packet.quoted.description == (length == 0 ? "" : length < 20 ? "ip" : "ip/tcp"))
    #expect(packet.path.description == "eth/ip/icmp")
    #expect(packet.stop == nil)
  }

  @Test(arguments: ["0303 fcfc", "0303 fcfc 0000 0000", "0303 fcfc 0000 0000 5500"] as [Bytes])
  func quotesNothingWithoutADatagram(message: Bytes) {
    let packet = DecodedPacket(ip: 1, message)
    #expect(packet.quoted.count == 0)
    #expect(packet.stop == nil)
  }

  @Test func forgetsTheQuoteBefore() {
    let error = Frames.ipv4(1, "0303 fcfc 0000 0000" + Frames.inner)
    var packet = DecodedPacket(error, linkType: 228)
    let ping = Frames.ipv4(1, Frames.ping)
    packet.decode(ping.array.span.bytes, wireLength: ping.array.count, linkType: 228)
    #expect(packet.quoted.count == 0)
  }
}
