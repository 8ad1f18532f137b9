/// What is known of one packet, as far down as it could be decoded.
///
/// One value is used again for every packet, so that decoding allocates nothing. Addresses, ports and
/// the fields of headers are those of the innermost layer that has them.
package struct DecodedPacket: Sendable {
  /// The packet's number in the run, from 1, for who decodes it to set; 0 where it is not known.
  package var number: UInt64 = 0
  package var path = ProtocolPath()
  /// The number of the protocol at which knowledge ended, if it did.
  package var unknown = UnknownProtocol.none
  /// Why decoding stopped early; what was decoded before it is good.
  package var stop: DecodeError?
  /// Bytes after the last decoded header that were captured, by offset in the frame.
  package var payload = 0..<0
  /// Where the innermost datagram ends on the wire, by offset in the frame; may lie past the capture.
  package var wireEnd = 0
  /// Where the innermost IP header begins in the frame; -1 where there is none in these bytes.
  package var networkStart = -1

  var traits = LinkTraits()
  /// The number of the part of an 802.11 frame that this is.
  var wlanFragment: UInt16 = 0
  var juniperLinkType: UInt16 = 0
  package var hasMAC = false
  package var sourceMAC = MACAddress.zero
  package var destinationMAC = MACAddress.zero
  package var vlan: UInt16?

  /// 4, 6, or 0 without an IP header.
  package var ipVersion: UInt8 = 0
  package var ipProtocol: UInt8 = 0
  package var timeToLive: UInt8 = 0
  /// Of an IPv4 header; 0 where there is none.
  package var identification: UInt16 = 0
  package var source = IPAddress.none
  package var destination = IPAddress.none
  /// True if the packet holds a part of a datagram, or a compressed one.
  package var isFragment = false
  var fragmentInfo: FragmentInfo?

  package var sourcePort: UInt16 = 0
  package var destinationPort: UInt16 = 0
  /// The transport header that was decoded whole, `.none` if there is none.
  package var transport = ProtocolID.none
  /// What begins behind the innermost UDP header, by its ports; `.none` if that is the payload.
  package var udpTunnel = ProtocolID.none
  package var tcp = TCPHeader()
  package var icmpType: UInt8 = 0
  package var icmpCode: UInt8 = 0
  /// Identifier and sequence number of an echo message.
  package var icmpEcho: UInt32 = 0
  /// The MTU that a message names whose type says that a datagram was too big; 0 if it names none.
  package var icmpMTU: UInt32 = 0
  package var arp: ARPHeader?

  /// The layers of a packet that this one quotes (ICMP errors, sFlow samples); they do not count as its
  /// own.
  package var quoted = ProtocolPath()
  /// The datagram over UDP or TCP that is quoted; means nothing where ``quoted`` is empty.
  package var quotedDatagram: QuotedDatagram?
  var isQuoted = false

  /// Layers of one packet, at most; headers inside headers could go on for as long as the frame.
  private static let layerLimit = 1024

  package init() {}

  /// Bytes of payload on the wire, whether captured or not.
  @inline(__always)
  package var payloadLength: Int { max(0, wireEnd - payload.lowerBound) }

  /// Decodes a frame that was `wireLength` bytes long; malformed input never throws, it ends in ``stop``.
  package mutating func decode(_ frame: RawSpan, wireLength: Int, linkType: UInt16) {
    reset(wireLength: wireLength)
    var reader = ByteReader(frame)
    walk(from: linkType == 1 ? takePlainHeaders(&reader) : firstLayer(linkType), &reader)
  }

  /// Decodes one layer after another until the payload begins.
  @inline(__always)
  mutating func walk(from first: ProtocolID, _ reader: inout ByteReader) {
    do throws(DecodeError) {
      var next = first
      var layers = 0
      while next != .none {
        layers &+= 1
        guard layers <= Self.layerLimit else {
          throw .invalid(.layerCount, value: layers, at: reader.offset)
        }
        // A path that is full ends in the deepest layer.
        if !path.append(next) { path.replaceLast(next) }
        next = try decodeLayer(next, from: &reader)
      }
    } catch {
      stop = error
    }
    payload = reader.offset..<max(reader.offset, reader.end)
  }

  /// Makes the value as new, without touching fields that only others give a meaning.
  @inline(__always)
  private mutating func reset(wireLength: Int) {
    path = ProtocolPath()
    wireEnd = wireLength
    networkStart = -1
    traits = LinkTraits()
    hasMAC = false
    sourceMAC = .zero
    destinationMAC = .zero
    vlan = nil
    ipVersion = 0
    ipProtocol = 0
    source = .none
    destination = .none
    arp = nil
    forgetTransport()
  }

  @inline(__always)
  mutating func forgetTransport() {
    unknown = .none
    stop = nil
    isFragment = false
    sourcePort = 0
    destinationPort = 0
    transport = .none
    icmpEcho = 0
    quoted = ProtocolPath()
  }

  /// Decodes one layer and says which follows; `.none` where the payload begins.
  @inline(__always)
  private mutating func decodeLayer(
    _ layer: ProtocolID, from reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    switch layer {
    case .eth: try decodeEthernet(&reader)
    case .vlan: try decodeVLAN(&reader)
    case .ip: try decodeIPv4(&reader)
    case .ipv6: try decodeIPv6(&reader)
    case .tcp: try decodeTCP(&reader)
    case .udp: try decodeUDP(&reader)
    default: try decodeRareLayer(layer, from: &reader)
    }
  }

  private mutating func decodeRareLayer(
    _ layer: ProtocolID, from reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    switch layer {
    case .arp: try decodeARP(&reader)
    case .hopopts, .routing, .dstopts: try decodeIPv6Options(&reader)
    case .mipv6, .shim6, .hip: try decodeIPv6Options(&reader)
    case .fraghdr: try decodeIPv6Fragment(&reader)
    case .icmp: try decodeICMP(&reader)
    case .icmpv6: try decodeICMPv6(&reader)
    case .igmp: try decodeIGMP(&reader)
    case .sctp: try decodeSCTP(&reader)
    case .dccp, .udplite: try decodePorts(layer, &reader)
    case .pim: try decodePIM(&reader)
    case .nhrp: try decodeNHRP(&reader)
    case .ah: try decodeAH(&reader)
    case .ipcomp: try decodeIPComp(&reader)
    case .gre: try decodeGRE(&reader)
    case .erspan: try decodeERSPAN(&reader)
    case .etherip: try decodeEtherIP(&reader)
    case .vxlan: try decodeVXLAN(&reader)
    case .geneve: try decodeGENEVE(&reader)
    case .gtp: try decodeGTP(&reader)
    case .l2tp: try decodeL2TP(&reader)
    case .teredo: try decodeTeredo(&reader)
    case .udpencap: try decodeUDPEncapsulation(&reader)
    case .ayiya: try decodeAYIYA(&reader)
    case .lisp: try decodeLISP(&reader)
    case .tzsp: try decodeTZSP(&reader)
    case .lwapp: try decodeLWAPP(&reader)
    case .capwap: try decodeCAPWAP(&reader)
    case .sflow: try decodeSFlow(&reader)
    default: try decodeLinkLayer(layer, from: &reader)
    }
  }

  private mutating func decodeLinkLayer(
    _ layer: ProtocolID, from reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    switch layer {
    case .llc: try decodeLLC(&reader)
    case .osi: try decodeOSI(&reader)
    case .ipx: try decodeIPX(&reader)
    case .sll: try decodeLinuxCooked(&reader)
    case .null: try decodeNull(&reader)
    case .raw: try decodeRawIP(&reader)
    case .ppp: try decodePPP(&reader)
    case .mp: try decodeMultilink(&reader)
    case .chdlc: try decodeCiscoHDLC(&reader)
    case .pppoes: try decodePPPoESession(&reader)
    case .mpls: try decodeMPLS(&reader)
    case .pwethheuristic: guessPseudowire(reader)
    case .pwethcw: try decodePseudowire(&reader)
    case .pwethnocw: .eth
    case .pwach: try decodeAssociatedChannel(&reader)
    case .radiotap: try decodeRadiotap(&reader)
    case .prism: try decodePrism(&reader)
    case .wlancap: try decodeMonitorHeader(&reader)
    case .wlan: try decodeWLAN(&reader)
    case .wlanAggregate: try decodeWLANAggregate(&reader)
    case .ieee8021ad: try decodeServiceTag(&reader)
    case .vntag, .hsr, .ieee8021cb: try decodeTag(4, &reader)
    case .etag: try decodeTag(6, &reader)
    case .ieee8021ah: try decodeBackboneTag(&reader)
    case .trill: try decodeTRILL(&reader)
    case .batadv: try decodeBATMAN(&reader)
    case .nsh: try decodeNSH(&reader)
    case .macsec: try decodeMACsec(&reader)
    case .avsp: try decodeAristaTimestamp(&reader)
    case .cmd: try decodeCiscoMetadata(&reader)
    default: try decodePseudoHeader(layer, from: &reader)
    }
  }

  private mutating func decodePseudoHeader(
    _ layer: ProtocolID, from reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    switch layer {
    case .fr: try decodeFrameRelay(&reader)
    case .tr: try decodeTokenRing(&reader)
    case .fddi: try decodeFDDI(&reader)
    case .ipFC: try decodeIPFibreChannel(&reader)
    case .atm: decodeATM(reader)
    case .clip: .ip
    case .arcnet: try decodeARCnet(&reader)
    case .ipoib: try decodeIPoIB(&reader)
    case .ipnet: try decodeIPNet(&reader)
    case .pflog: try decodePFLog(&reader)
    case .enc: try decodeEnc(&reader)
    case .nflog: try decodeNFLOG(&reader)
    case .pktap: try decodePKTAP(&reader)
    case .ppi: try decodePPI(&reader)
    case .juniper: try decodeJuniper(&reader)
    default: .none
    }
  }

  /// Notes that `number` is of a protocol we do not know; its bytes are payload.
  @inline(never)
  mutating func stopAtUnknown(_ space: UnknownProtocol.Space, _ number: some BinaryInteger)
    -> ProtocolID
  {
    unknown = UnknownProtocol(space, number)
    return .none
  }
}
