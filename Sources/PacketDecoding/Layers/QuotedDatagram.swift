/// A datagram over UDP that an ICMP error, a sample or an indication quotes.
package struct QuotedDatagram: Sendable {
  package var sourcePort: UInt16
  package var destinationPort: UInt16
  /// What was quoted behind the UDP header, by offset in the frame.
  package var payload: Range<Int>
}

extension DecodedPacket {
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
    guard inner.transport == .udp, inner.udpTunnel.isNone, inner.stop == nil, inner.fragment == nil
    else { return }
    quotedDatagram = QuotedDatagram(
      sourcePort: inner.sourcePort, destinationPort: inner.destinationPort,
      payload: start + inner.payload.lowerBound..<start + inner.payload.upperBound)
  }
}
