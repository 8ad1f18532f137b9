/// How many packets and bits a second came between two looks.
struct RateMeter {
  private var packets: UInt64 = 0
  private var bytes: UInt64 = 0
  private var time: Int64

  init(now: Int64) { time = now }

  /// The rates since the last look; the counters never go back.
  mutating func rates(
    packets: UInt64, bytes: UInt64, now: Int64
  ) -> (packetsPerSecond: Double, bitsPerSecond: Double) {
    let newPackets = packets - self.packets
    let newBytes = bytes - self.bytes
    let seconds = max(1e-3, Double(now - time) / 1e9)
    (self.packets, self.bytes, time) = (packets, bytes, now)
    return (Double(newPackets) / seconds, Double(newBytes) * 8 / seconds)
  }
}
