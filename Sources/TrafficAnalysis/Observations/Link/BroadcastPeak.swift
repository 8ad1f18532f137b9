/// Ten seconds of broadcasts.
package struct BroadcastPeak: Equatable, Sendable {
  package static let seconds: Int64 = 10

  package var packets: UInt64 = 0
  package var firstPacket: UInt64 = 0

  package init(packets: UInt64, firstPacket: UInt64) {
    self.packets = packets
    self.firstPacket = firstPacket
  }

  package var packetsPerSecond: Double { Double(packets) / Double(Self.seconds) }
}
