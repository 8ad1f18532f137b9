import Charts
import Glibc

/// How far reading has come, on one line of standard error that is written over.
struct ProgressLine {
  private let isShown: Bool
  private let total: UInt64?
  private let began = MonotonicClock.now()
  private var latest: Int64 = 0
  private var isOnScreen = false

  /// Shown when standard error is a terminal and nobody asked for quiet.
  init(total: UInt64?, quiet: Bool) {
    self.total = total
    isShown = !quiet && isatty(2) == 1
  }

  mutating func update(packets: UInt64, bytes: UInt64) {
    guard isShown else { return }
    let now = MonotonicClock.now()
    guard now - latest > 100_000_000 else { return }
    latest = now
    let seconds = max(0.001, Double(now - began) / 1e9)
    var text = "\(Numbers.count(packets)) packets, \(Numbers.bytes(bytes))"
    if let total, total > 0 {
      let share = min(1, Double(bytes) / Double(total))
      text += " of \(Numbers.bytes(total)) (\(Int(share * 100)) %)"
      if share > 0 {
        let left = Int64(seconds * (1 - share) / share * 1e9)
        text += ", \(Numbers.duration(nanoseconds: left)) left"
      }
    }
    text += ", \(Numbers.bytes(UInt64(Double(bytes) / seconds)))/s"
    StandardStream.write(Array("\r\u{1B}[K\(text)".utf8), to: 2)
    isOnScreen = true
  }

  mutating func clear() {
    guard isOnScreen else { return }
    StandardStream.write(Array("\r\u{1B}[K".utf8), to: 2)
    isOnScreen = false
  }
}
