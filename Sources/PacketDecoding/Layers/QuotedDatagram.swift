/// A datagram over UDP or TCP that an ICMP error, a sample or an indication quotes.
package struct QuotedDatagram: Sendable {
  /// 4 or 6.
  package var ipVersion: UInt8
  package var ipProtocol: UInt8
  package var source: IPAddress
  package var destination: IPAddress
  package var sourcePort: UInt16
  package var destinationPort: UInt16
  /// What was quoted behind the header of TCP or UDP, by offset in the frame.
  package var payload: Range<Int>
}

extension DecodedPacket {
  /// The layers of an Ethernet frame that an application carries.
  static func layers(ofFrame reader: ByteReader) -> ProtocolPath {
    let bytes = reader.bytesAhead(0)
    var frame = DecodedPacket()
    frame.isQuoted = true
    frame.decode(bytes, wireLength: bytes.byteCount, linkType: 1)
    return frame.path
  }

  /// Notes the layers of a packet inside this one; quotes inside quotes are left alone.
  mutating func quote(_ reader: ByteReader, from distance: Int = 0, linkType: UInt16) {
    guard !isQuoted else { return }
    let bytes = reader.bytesAhead(distance)
    let start = min(reader.offset + distance, reader.end)
    var inner = DecodedPacket()
    inner.isQuoted = true
    inner.decode(bytes, wireLength: bytes.byteCount, linkType: linkType)
    quoted = inner.path
    quotedDatagram = nil
    guard inner.transport == .tcp || inner.transport == .udp && inner.udpTunnel.isNone,
      inner.stop == nil, !inner.isFragment
    else { return }
    quotedDatagram = QuotedDatagram(
      ipVersion: inner.ipVersion, ipProtocol: inner.ipProtocol, source: inner.source,
      destination: inner.destination, sourcePort: inner.sourcePort,
      destinationPort: inner.destinationPort,
      payload: start + inner.payload.lowerBound..<start + inner.payload.upperBound)
  }
}
