/// The frames that an Initial packet may hold (RFC 9000 section 17.2.2).
package enum QUICFrames {
  /// Hands out where each piece of the handshake stands; returns the error code of a CONNECTION_CLOSE.
  ///
  /// Reading ends with the first frame that does not belong here.
  package static func read(
    _ bytes: RawSpan, crypto: (_ offset: Int, _ bytes: RawSpan) -> Void
  ) -> Int? {
    var reader = ByteReader(bytes)
    var close: Int?
    do throws(DecodeError) {
      while !reader.isAtEnd {
        switch try reader.read(as: UInt8.self) {
        case 0x00, 0x01: break  // PADDING, PING
        case 0x02: try skipAcknowledgment(&reader, counts: 0)
        case 0x03: try skipAcknowledgment(&reader, counts: 3)
        case 0x06:
          let offset = try reader.quicInteger()
          let piece = try reader.split(try reader.quicInteger())
          crypto(offset, piece.bytesAhead(0))
        case 0x1C:
          close = try reader.quicInteger()
          return close
        default: return close
        }
      }
    } catch {}
    return close
  }

  /// Passes over an ACK, which ends in `counts` counters (RFC 9000 section 19.3).
  private static func skipAcknowledgment(
    _ reader: inout ByteReader, counts: Int
  ) throws(DecodeError) {
    _ = try reader.quicInteger()  // largest acknowledged
    _ = try reader.quicInteger()  // delay
    let ranges = try reader.quicInteger()
    _ = try reader.quicInteger()  // first range
    var rest = min(ranges, reader.remaining) * 2 + counts
    while rest > 0 {
      _ = try reader.quicInteger()
      rest -= 1
    }
  }
}
