/// The header of an RTP packet (RFC 3550 section 5.1).
package struct RTPHeader: Hashable, BitwiseCopyable, Sendable {
  package static let byteCount = 12

  package var payloadType: UInt8
  package var hasMarker: Bool
  package var sequence: UInt16
  package var timestamp: UInt32
  /// The synchronization source, which names the stream.
  package var source: UInt32

  /// Nil for what cannot be RTP version 2: a payload type that would be one of RTCP's, or lists that
  /// are longer than the packet.
  @inline(__always)
  package init?(_ reader: ByteReader) {
    guard let first: UInt8 = reader.peek(), first & 0xC0 == 0x80,
      let second: UInt8 = reader.peek(at: 1), !(192...223).contains(second),
      let sequence: UInt16 = reader.peek(at: 2), let timestamp: UInt32 = reader.peek(at: 4),
      let source: UInt32 = reader.peek(at: 8),
      reader.remaining >= Self.byteCount + Int(first & 0x0F) * 4
    else { return nil }
    payloadType = second & 0x7F
    hasMarker = second & 0x80 != 0
    self.sequence = sequence
    self.timestamp = timestamp
    self.source = source
  }

  /// Whether the payload type is assigned for audio or video, or given by announcements (RFC 3551).
  package var hasUsualType: Bool {
    payloadType >= 96 || RTPFormat.assigned(payloadType) != nil
  }
}
