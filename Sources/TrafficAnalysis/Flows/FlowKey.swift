import PacketDecoding

/// What two endpoints share: addresses, ports and transport, the lower endpoint first.
package struct FlowKey: Equatable, BitwiseCopyable, Sendable {
  var lowHigh: UInt64
  var lowLow: UInt64
  var highHigh: UInt64
  var highLow: UInt64
  /// Ports, IP protocol number and IP version.
  var rest: UInt64

  package init(
    lowHigh: UInt64, lowLow: UInt64, highHigh: UInt64, highLow: UInt64, rest: UInt64
  ) {
    (self.lowHigh, self.lowLow, self.highHigh, self.highLow) = (lowHigh, lowLow, highHigh, highLow)
    self.rest = rest
  }

  /// The key, and whether the sender of the packet is its lower endpoint.
  @inline(__always)
  static func of(
    _ packet: borrowing DecodedPacket, sourcePort: UInt16, destinationPort: UInt16
  ) -> (key: FlowKey, fromLow: Bool) {
    let kind = UInt64(packet.ipProtocol) << 32 | UInt64(packet.ipVersion) << 40
    return of(
      packet.source, sourcePort, packet.destination, destinationPort, kind: kind)
  }

  /// The key of a datagram that another packet quotes.
  static func of(_ datagram: QuotedDatagram) -> FlowKey {
    let kind = UInt64(datagram.ipProtocol) << 32 | UInt64(datagram.ipVersion) << 40
    return of(
      datagram.source, datagram.sourcePort, datagram.destination, datagram.destinationPort,
      kind: kind
    ).key
  }

  @inline(__always)
  private static func of(
    _ source: IPAddress, _ sourcePort: UInt16, _ destination: IPAddress,
    _ destinationPort: UInt16, kind: UInt64
  ) -> (key: FlowKey, fromLow: Bool) {
    let fromLow =
      source.high != destination.high
      ? source.high < destination.high
      : source.low != destination.low
        ? source.low < destination.low : sourcePort <= destinationPort
    if fromLow {
      return (
        FlowKey(
          lowHigh: source.high, lowLow: source.low, highHigh: destination.high,
          highLow: destination.low,
          rest: kind | UInt64(sourcePort) << 16 | UInt64(destinationPort)), true
      )
    }
    return (
      FlowKey(
        lowHigh: destination.high, lowLow: destination.low, highHigh: source.high,
        highLow: source.low, rest: kind | UInt64(destinationPort) << 16 | UInt64(sourcePort)),
      false
    )
  }

  @inline(__always)
  package func hash(_ function: FastHash) -> UInt64 {
    function(lowHigh, lowLow, highHigh, highLow, rest)
  }

  /// Set where the ports of a protocol that has them are not known.
  static let portlessBit: UInt64 = 1 << 56

  var isPortless: Bool { rest & Self.portlessBit != 0 }
  var isIPv4: Bool { rest >> 40 & 0xFF == 4 }
  var ipProtocol: UInt8 { UInt8(truncatingIfNeeded: rest >> 32) }
  var low: IPAddress { address(lowHigh, lowLow) }
  var high: IPAddress { address(highHigh, highLow) }
  var lowPort: UInt16 { UInt16(truncatingIfNeeded: rest >> 16) }
  var highPort: UInt16 { UInt16(truncatingIfNeeded: rest) }

  private func address(_ high: UInt64, _ low: UInt64) -> IPAddress {
    isIPv4 ? IPAddress(v4: UInt32(truncatingIfNeeded: low)) : IPAddress(high: high, low: low)
  }
}
