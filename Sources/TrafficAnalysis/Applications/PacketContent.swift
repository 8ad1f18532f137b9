import PacketDecoding

/// What a packet has for its application; a whole packet would be copied at every step.
struct PacketContent {
  let ends: MessageEnds
  /// Bytes that were captured, by offset in the frame.
  let payload: Range<Int>
  /// Bytes on the wire, whether captured or not.
  let payloadLength: Int
  /// Of TCP.
  let sequence: UInt32

  @inline(__always)
  init(_ packet: borrowing DecodedPacket) {
    ends = MessageEnds(packet)
    payload = packet.payload
    payloadLength = packet.wirePayloadLength
    sequence = packet.tcp.sequence
  }
}
