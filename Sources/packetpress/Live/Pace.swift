import CaptureFormats

/// When the packets of a capture are due that is played back.
struct Pace {
  /// How many times faster than it was recorded.
  private let speed: Double
  private var began: Int64?
  private var first: Int64 = 0

  init(speed: Double) { self.speed = speed }

  /// How many of `records`, from `start` on, are due at `now`; nanoseconds until the next one is.
  mutating func due(
    _ records: [PacketRecord], from start: Int, now: Int64
  ) -> (count: Int, wait: Int64) {
    var place = start
    while place < records.count {
      let wait = self.wait(for: records[place], now: now)
      if wait > 0 { return (place - start, wait) }
      place += 1
    }
    return (place - start, 0)
  }

  private mutating func wait(for record: PacketRecord, now: Int64) -> Int64 {
    // A packet without a time follows the one before it.
    guard record.hasTime else { return 0 }
    guard let began else {
      self.began = now
      first = record.time.nanoseconds
      return 0
    }
    let age = Double(record.time.nanoseconds &- first) / speed
    guard age < 9e18 else { return .max }
    return began &+ Int64(max(0, age)) &- now
  }
}
