/// An ordinary Ethernet frame, told by a few comparisons: at most one VLAN tag, IPv4 without options and
/// fragments or IPv6 without extension headers, then TCP or UDP.
///
/// Most frames are like that; every other takes the way through its layers, one by one.
package struct PlainFrame: BitwiseCopyable {
  /// Where the IP header begins.
  let networkStart: Int
  let isIPv6: Bool
  /// 6 or 17.
  let ipProtocol: UInt8

  private static let ipv4Length = 20
  private static let ipv6Length = 40

  /// Where the TCP or UDP header begins.
  @inline(__always)
  var transportStart: Int { networkStart &+ (isIPv6 ? Self.ipv6Length : Self.ipv4Length) }

  /// Nil for any other frame.
  @inline(__always)
  init?(_ reader: borrowing ByteReader) {
    guard let first: UInt16 = reader.peek(at: 12) else { return nil }
    var type = first
    if type == 0x8100 {
      guard let inner: UInt16 = reader.peek(at: 16) else { return nil }
      type = inner
      networkStart = 18
    } else {
      networkStart = 14
    }
    isIPv6 = type == 0x86DD
    guard
      let number = isIPv6
        ? Self.ipv6Protocol(reader, networkStart)
        : type == 0x0800 ? Self.ipv4Protocol(reader, networkStart) : nil,
      number == 6 || number == 17
    else { return nil }
    ipProtocol = number
  }

  /// The protocol of a packet with version 4, five words of header and a length that holds a header
  /// more, and without any sign of a fragment.
  @inline(__always)
  private static func ipv4Protocol(_ reader: borrowing ByteReader, _ start: Int) -> UInt8? {
    guard reader.remaining >= start &+ ipv4Length, let word: UInt32 = reader.peek(at: start),
      word >> 24 == 0x45, word & 0xFFFF >= 28, let fragment: UInt16 = reader.peek(at: start &+ 6),
      fragment & 0x3FFF == 0
    else { return nil }
    return reader.peek(at: start &+ 9)
  }

  /// The next header of a packet with version 6 that says its length.
  @inline(__always)
  private static func ipv6Protocol(_ reader: borrowing ByteReader, _ start: Int) -> UInt8? {
    guard reader.remaining >= start &+ ipv6Length, let version: UInt8 = reader.peek(at: start),
      version >> 4 == 6, let length: UInt16 = reader.peek(at: start &+ 4), length > 0
    else { return nil }
    return reader.peek(at: start &+ 6)
  }

  /// Source and destination combined so that both directions give the same; nil where decoding might
  /// end in others.
  ///
  /// Workers that share a capture pass over the packets of others with it.
  @inline(__always)
  package static func addressPair(of frame: RawSpan) -> (high: UInt64, low: UInt64)? {
    let reader = ByteReader(frame)
    guard let plain = PlainFrame(reader), plain.ipProtocol == 6 || plain.isPlainUDP(reader) else {
      return nil
    }
    guard plain.isIPv6 else {
      guard let source: UInt32 = reader.peek(at: plain.networkStart &+ 12),
        let destination: UInt32 = reader.peek(at: plain.networkStart &+ 16)
      else { return nil }
      return (0, UInt64(source ^ destination))
    }
    guard let sourceHigh: UInt64 = reader.peek(at: plain.networkStart &+ 8),
      let sourceLow: UInt64 = reader.peek(at: plain.networkStart &+ 16),
      let destinationHigh: UInt64 = reader.peek(at: plain.networkStart &+ 24),
      let destinationLow: UInt64 = reader.peek(at: plain.networkStart &+ 32)
    else { return nil }
    return (sourceHigh ^ destinationHigh, sourceLow ^ destinationLow)
  }

  /// True for ports behind which no tunnel can begin.
  @inline(__always)
  private func isPlainUDP(_ reader: borrowing ByteReader) -> Bool {
    guard let ports: UInt32 = reader.peek(at: transportStart) else { return false }
    return !UDPTunnel.isPossible(
      UInt16(truncatingIfNeeded: ports >> 16), UInt16(truncatingIfNeeded: ports))
  }
}
