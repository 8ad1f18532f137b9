import CaptureFormats
import PacketDecoding

/// Gives packets below and beside IP to what findings are made of.
extension AnalyzerCore {
  /// Takes a packet without IP: who claims which address, and what bridges say.
  mutating func noteLink(_ frame: RawSpan, time: Int64) {
    if let header = packet.arp {
      arp.add(header)
      arpRequests.add(header, time: time, number: packet.number)
      applications.logs.links.add(header, packet, time: time)
    } else if packet.path.last.rawValue == ProtocolID.stp.rawValue,
      let message = BridgeMessage(parsing: ByteReader(frame, range: packet.payload))
    {
      applications.logs.links.add(message, number: packet.number, time: time)
    }
  }

  /// Takes a message of neighbour discovery on this link, not of one inside a tunnel.
  mutating func noteNeighbor(_ frame: RawSpan, time: Int64) {
    guard packet.stop == nil, packet.icmpType >= NeighborMessage.Kind.routerAdvertisement.rawValue,
      packet.hasMAC, packet.timeToLive == 255,
      packet.path.layers.count(where: { $0 == .ip || $0 == .ipv6 }) == 1,
      let message = NeighborMessage(
        type: packet.icmpType, parsing: ByteReader(frame, range: packet.payload))
    else { return }
    applications.logs.links.add(message, packet, time: time)
  }

  /// What tells the packet from others of its flow; none where two can well be equal: without an
  /// identification, and without a payload that nobody sends twice.
  @inline(__always)
  func print(_ frame: RawSpan, fromLow: Bool) -> PacketPrint {
    guard packet.transport.isTCP else { return printOfDatagram(frame, fromLow: fromLow) }
    let length = packet.wirePayloadLength
    guard packet.stop == nil, length > 0 || packet.identification != 0 else {
      return PacketPrint()
    }
    return PacketPrint(
      UInt64(packet.tcp.sequence) << 32 | UInt64(packet.tcp.acknowledgment),
      UInt64(packet.identification) | UInt64(packet.tcp.window) << 16
        | UInt64(truncatingIfNeeded: length & 0x7_FFFF) << 32
        | UInt64(packet.tcp.flags.rawValue) << 51 | (fromLow ? 1 << 63 : 0))
  }

  @inline(never)
  private func printOfDatagram(_ frame: RawSpan, fromLow: Bool) -> PacketPrint {
    guard packet.stop == nil else { return PacketPrint() }
    let length = packet.wirePayloadLength
    // Whole payloads over IPv6 are told by their bytes; what is sent to many may be said twice.
    guard
      packet.identification != 0
        || packet.ipVersion == 6 && length > 0 && length <= packet.payload.count
          && packet.destination.high >> 56 != 0xFF
    else { return PacketPrint() }
    return PacketPrint(
      ends(of: frame),
      UInt64(packet.identification) | UInt64(truncatingIfNeeded: length & 0x7_FFFF) << 32
        | (fromLow ? 1 << 63 : 0))
  }

  /// The first sixteen and the last eight bytes of the payload, in one word.
  @inline(__always)
  private func ends(of frame: RawSpan) -> UInt64 {
    let reader = ByteReader(frame, range: packet.payload)
    let first: UInt64 = reader.peek() ?? 0
    let second: UInt64 = reader.peek(at: 8) ?? 0
    let last: UInt64 = reader.peek(at: reader.remaining - 8) ?? 0
    return first ^ (second << 21 | second >> 43) ^ (last << 42 | last >> 22)
  }
}
