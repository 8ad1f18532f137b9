/// The addresses of an Ethernet frame with an ordinary IPv4 packet, found without decoding it.
///
/// Workers that share a capture pass over the packets of others with it. It answers only where decoding
/// surely ends in these two addresses: no options, no fragment, no tunnel.
package enum PlainIPv4 {
  /// Source and destination combined so that both directions give the same; nil where only decoding
  /// can tell.
  @inline(__always)
  package static func addressPair(of frame: RawSpan) -> UInt64? {
    let reader = ByteReader(frame)
    // EtherType IPv4, version 4, five words of header.
    guard let start: UInt32 = reader.peek(at: 12), start >> 8 == 0x08_0045,
      let length: UInt16 = reader.peek(at: 16), length >= 28,
      let fragment: UInt16 = reader.peek(at: 20), fragment & 0x3FFF == 0,
      let number: UInt8 = reader.peek(at: 23), number == 6 || isPlainUDP(number, reader),
      let source: UInt32 = reader.peek(at: 26), let destination: UInt32 = reader.peek(at: 30)
    else { return nil }
    return UInt64(source ^ destination)
  }

  /// True for UDP on ports behind which no tunnel can begin.
  @inline(__always)
  private static func isPlainUDP(_ number: UInt8, _ reader: borrowing ByteReader) -> Bool {
    guard number == 17, let source: UInt16 = reader.peek(at: 34),
      let destination: UInt16 = reader.peek(at: 36)
    else { return false }
    return !UDPTunnel.isPossible(source, destination)
  }
}
