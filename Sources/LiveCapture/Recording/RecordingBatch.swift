/// What waited to be written.
struct RecordingBatch: Sendable {
  /// Packet blocks only.
  var bytes: [UInt8] = []
  var packets: UInt64 = 0
  /// Packets that found no room, since the start.
  var overflow: UInt64 = 0
  var interfaces: RecordedInterfaces
  /// By the number that the source has for the interface.
  var counters: [InterfaceCounters] = []
  var isLast = false

  init(_ interfaces: RecordedInterfaces) { self.interfaces = interfaces }
}
