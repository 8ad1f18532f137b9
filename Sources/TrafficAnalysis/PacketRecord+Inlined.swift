import CaptureFormats

extension PacketRecord {
  /// ``hasTime``, which costs a call in another module, and is asked for several times a packet.
  @inline(__always)
  var isTimed: Bool { time.nanoseconds != .min }
}
