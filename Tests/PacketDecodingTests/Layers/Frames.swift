import PacketDecoding
import TestSupport

/// Headers and packets to build frames of; addresses and bytes are those of Samples/*.pcap.
enum Frames {
  /// 192.0.2.10:34376 opens a connection to 198.51.100.10:80 (Samples/web.pcap).
  static let syn: Bytes = """
    8648 0050 2639 3ee8 0000 0000 a002 faf0 0dcb 0000
    0204 05b4 0402 080a dadc 8c62 0000 0000 0103 030a
    """
  /// A query for the address of www.example.com (Samples/dns.pcap), from port 35038.
  static let dnsQuery: Bytes = """
    88de 0035 0040 8a5c 2446 0120 0001 0000 0000 0001 0377 7777 0765 7861 6d70 6c65 0363 6f6d
    0000 0100 0100 0029 04d0 0000 0000 000c 000a 0008 b39b 88dc bb5c 93db
    """
  /// An echo request (Samples/vlan.pcap), without most of its data.
  static let ping: Bytes = "0800 eed7 6318 0001 65bb 036b 0000 0000 7e15 0000"

  /// From 00:00:5e:00:53:0a to 00:00:5e:00:53:01.
  static func ethernet(_ type: UInt16, _ rest: Bytes) -> Bytes {
    "0000 5e00 5301 0000 5e00 530a" + number(type) + rest
  }

  /// From 192.0.2.10 to 198.51.100.10.
  static func ipv4(
    _ ipProtocol: UInt8, _ payload: Bytes, options: Bytes = "", fragment: UInt16 = 0,
    totalLength: Int? = nil
  ) -> Bytes {
    let header = 20 + options.array.count
    return Bytes([UInt8(0x40 | header / 4), 0])
      + number(UInt16(totalLength ?? header + payload.array.count)) + "59b7" + number(fragment)
      + Bytes([64, ipProtocol]) + "f4bc c000 020a c633 640a" + options + payload
  }

  /// From 2001:db8:1::10 to 2001:db8:2::10 (Samples/cooked.pcap).
  static func ipv6(_ next: UInt8, _ payload: Bytes, payloadLength: Int? = nil) -> Bytes {
    "600e d1a0" + number(UInt16(payloadLength ?? payload.array.count)) + Bytes([next, 64])
      + "2001 0db8 0001 0000 0000 0000 0000 0010 2001 0db8 0002 0000 0000 0000 0000 0010" + payload
  }

  /// A datagram to `port`, from port 48896 unless `source` says otherwise.
  static func udp(
    to port: UInt16, from source: UInt16 = 48896, _ payload: Bytes, length: Int? = nil
  ) -> Bytes {
    number(source) + number(port) + number(UInt16(length ?? 8 + payload.array.count)) + "124d"
      + payload
  }

  /// An integer in network byte order.
  static func number(_ value: some FixedWidthInteger) -> Bytes {
    var bytes: [UInt8] = []
    bytes.appendNetwork(value)
    return Bytes(bytes)
  }

  /// An IPv4 packet with a SYN, as tunnels carry it.
  static let inner = ipv4(6, syn)
}

extension DecodedPacket {
  /// What is known of `frame`, which was as long on the wire unless `wireLength` says otherwise.
  init(_ frame: Bytes, linkType: UInt16 = 1, wireLength: Int? = nil) {
    self.init()
    decode(
      frame.array.span.bytes, wireLength: wireLength ?? frame.array.count, linkType: linkType)
  }

  /// An Ethernet frame of `type` that holds `rest`.
  init(ethernet type: UInt16, _ rest: Bytes) { self.init(Frames.ethernet(type, rest)) }

  /// An IPv4 packet in an Ethernet frame.
  init(ip ipProtocol: UInt8, _ payload: Bytes) {
    self.init(ethernet: 0x0800, Frames.ipv4(ipProtocol, payload))
  }

  /// "192.0.2.10:34376 > 198.51.100.10:80".
  var endpoints: String { "\(source):\(sourcePort) > \(destination):\(destinationPort)" }

  /// The bytes of the frame that are payload.
  func payloadBytes(of frame: Bytes) -> Bytes { Bytes(Array(frame.array[payload])) }
}
