import CaptureFormats
import PacketDecoding

/// Gives packets below and beside IP to what findings are made of.
extension AnalyzerCore {
  /// Takes a packet without IP: who claims which address, and what bridges say.
  mutating func noteLink(_ frame: RawSpan, time: Int64) {
    if let header = packet.arp {
      arp.add(header)
      applications.logs.links.add(header, packet, time: time)
    } else if packet.path.last == .stp,
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

  /// Copies of a packet come this close to one another (nanoseconds).
  private static let nearness: Int64 = 5_000_000

  /// Notes a packet that the last one of its flow was a copy of; `before` is when that came.
  @inline(__always)
  mutating func noteRepetition(
    _ place: Int, fromLow: Bool, _ frame: RawSpan, time: Int64, after before: Int64
  ) {
    let print = packet.stop == nil ? print(frame, fromLow: fromLow) : PacketPrint()
    if print == flows.flows[place].print, !print.isNone {
      let (delay, overflow) = time.subtractingReportingOverflow(before)
      if !overflow, delay.magnitude <= Self.nearness.magnitude { see(.duplicateFrame, time: time) }
    }
    flows.flows[place].print = print
  }

  /// What tells a packet from others of its flow; none where two packets can well be equal: without an
  /// identification, and without a payload that nobody sends twice.
  @inline(__always)
  private func print(_ frame: RawSpan, fromLow: Bool) -> PacketPrint {
    let length = packet.payloadLength
    let rest =
      UInt64(packet.identification) | UInt64(truncatingIfNeeded: length) << 33
      | (fromLow ? 1 << 32 : 0)
    if packet.transport.isTCP {
      guard length > 0 || packet.identification != 0 else { return PacketPrint() }
      let numbers = UInt64(packet.tcp.sequence) << 32 | UInt64(packet.tcp.acknowledgment)
      return PacketPrint(numbers, rest | UInt64(packet.tcp.window) << 16)
    }
    // Whole payloads over IPv6 are told by their bytes; what is sent to many may be said twice.
    guard
      packet.identification != 0
        || packet.ipVersion == 6 && length > 0 && length <= packet.payload.count
          && packet.destination.high >> 56 != 0xFF
    else { return PacketPrint() }
    return PacketPrint(ends(of: frame), rest)
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
