import PacketDecoding

/// What the window counts of a packet, apart from its flow.
struct WindowPacket {
  /// What became of it.
  enum Fate { case decoded, undecoded, malformed }

  var time: Int64
  var bytes: UInt64
  var capturedBytes: UInt64
  var fate: Fate
  /// With what an ICMP error quotes.
  var path: ProtocolPath
  var unknown: UnknownProtocol
  /// The deepest layer of the packet itself.
  var deepest: ProtocolID
  /// Nil without IP.
  var ipProtocol: UInt8?
}
