/// Fragments whose flow is not known yet.
struct WaitingFragments {
  var packets: UInt32 = 0
  var bytes: UInt64 = 0
  var firstTime = Int64.max
  var lastTime = Int64.min

  mutating func add(bytes: UInt64, time: Int64) {
    packets += 1
    self.bytes += bytes
    firstTime = min(firstTime, time)
    lastTime = max(lastTime, time)
  }

  mutating func add(_ other: WaitingFragments) {
    packets += other.packets
    bytes += other.bytes
    firstTime = min(firstTime, other.firstTime)
    lastTime = max(lastTime, other.lastTime)
  }
}
