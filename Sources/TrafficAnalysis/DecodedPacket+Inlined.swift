import PacketDecoding

extension DecodedPacket {
  /// ``payloadLength``, which called in another module costs a copy of the packet.
  @inline(__always)
  var wirePayloadLength: Int { max(0, wireEnd - payload.lowerBound) }
}
