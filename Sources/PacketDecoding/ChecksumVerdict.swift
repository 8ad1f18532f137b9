/// What the checksums of a packet's innermost IP header and of the transport behind it say.
package struct ChecksumVerdict: Equatable, Sendable {
  package enum Outcome: Sendable {
    /// Not looked at: not all there, not used, or left to the adapter.
    case unknown
    case right, wrong
  }

  package var header = Outcome.unknown
  package var transport = Outcome.unknown

  package init() {}

  /// Judges a packet that was decoded from `frame`, of which every byte was captured.
  package init(_ packet: borrowing DecodedPacket, _ frame: RawSpan) {
    guard packet.networkStart >= 0, !packet.isFragment else { return }
    let reader = ByteReader(frame, range: packet.networkStart..<frame.byteCount)
    if packet.ipVersion == 4 {
      judgeIPv4(packet, frame, reader)
    } else if packet.ipVersion == 6, let next: UInt8 = reader.peek(at: 6),
      let length: UInt16 = reader.peek(at: 4)
    {
      judge(packet, frame, ipProtocol: next, from: 40, count: Int(length))
    }
  }

  private mutating func judgeIPv4(
    _ packet: borrowing DecodedPacket, _ frame: RawSpan, _ reader: borrowing ByteReader
  ) {
    guard let first: UInt8 = reader.peek(), let length: UInt16 = reader.peek(at: 2),
      let number: UInt8 = reader.peek(at: 9), let checksum: UInt16 = reader.peek(at: 10)
    else { return }
    let start = packet.networkStart
    let byteCount = Int(first & 0x0F) * 4
    guard byteCount <= reader.remaining else { return }
    // 0 is what an adapter finds that is to fill it in; a right one is 0 once in 65,536 headers.
    if checksum != 0 {
      var sum = InternetChecksum()
      sum.add(frame, start..<start + byteCount)
      header = sum.folded == 0xFFFF ? .right : .wrong
    }
    // Options may hold a route, whose end the pseudo header has instead of the destination.
    guard byteCount == 20, header != .wrong else { return }
    judge(packet, frame, ipProtocol: number, from: byteCount, count: Int(length) - byteCount)
  }

  /// Judges TCP or UDP that begins `distance` bytes behind the IP header's start, and has `count` bytes.
  private mutating func judge(
    _ packet: borrowing DecodedPacket, _ frame: RawSpan, ipProtocol: UInt8, from distance: Int,
    count: Int
  ) {
    let start = packet.networkStart + distance
    let isTCP = ipProtocol == 6
    let place = isTCP ? 16 : 6
    let expected = isTCP ? ProtocolID.tcp : .udp
    guard isTCP || ipProtocol == 17, packet.transport == expected, count >= place + 2,
      count <= frame.byteCount - start,
      let stated: UInt16 = ByteReader(frame, range: start..<start + count).peek(at: place),
      stated != 0, isTCP || hasLength(count, frame, start)
    else { return }
    var pseudo = InternetChecksum()
    pseudo.add(packet.source)
    pseudo.add(packet.destination)
    pseudo.add(UInt64(ipProtocol))
    // An adapter that is to fill it in finds the sum of the pseudo header, with the length or without.
    let withoutLength = pseudo.folded
    pseudo.add(UInt64(count))
    guard stated != withoutLength, stated != pseudo.folded else { return }
    pseudo.add(frame, start..<start + count)
    transport = pseudo.folded == 0xFFFF ? .right : .wrong
  }

  private func hasLength(_ count: Int, _ frame: RawSpan, _ start: Int) -> Bool {
    ByteReader(frame, range: start..<start + count).peek(at: 4, as: UInt16.self)
      .map { Int($0) == count } ?? false
  }
}
