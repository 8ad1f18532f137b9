import Charts
import Glibc
import Reporting

/// How far reading has come: on one line of standard error that is written over, or as JSON.
struct ProgressLine {
  private let isShown: Bool
  private let total: UInt64?
  private let began = MonotonicClock.now()
  private var latest: Int64
  private var isOnScreen = false
  private var packets: UInt64 = 0
  private var bytes: UInt64 = 0

  /// Shown when standard error is a terminal, or for a program, and nobody asked for quiet.
  init(total: UInt64?, quiet: Bool) {
    self.total = total
    isShown = !quiet && (Message.format == .json || isatty(2) == 1)
    latest = Message.format == .json ? began : 0
  }

  /// Nanoseconds between two of them.
  private var pause: Int64 { Message.format == .json ? 1_000_000_000 : 100_000_000 }

  private var seconds: Double { max(0.001, Double(latest - began) / 1e9) }

  mutating func update(packets: UInt64, bytes: UInt64) {
    guard isShown else { return }
    (self.packets, self.bytes) = (packets, bytes)
    let now = MonotonicClock.now()
    guard now - latest > pause else { return }
    latest = now
    switch Message.format {
    case .json: writeObject(isEnd: false)
    case .text:
      StandardStream.write(Array("\r\u{1B}[K\(text)".utf8), to: 2)
      isOnScreen = true
    }
  }

  private var text: String {
    var text = "\(Numbers.count(packets)) packets, \(Numbers.bytes(bytes))"
    if let total, total > 0 {
      let share = min(1, Double(bytes) / Double(total))
      text += " of \(Numbers.bytes(total)) (\(Int(share * 100)) %)"
      if share > 0 {
        let left = Int64(seconds * (1 - share) / share * 1e9)
        text += ", \(Numbers.duration(nanoseconds: left)) left"
      }
    }
    return text + ", \(Numbers.bytes(UInt64(Double(bytes) / seconds)))/s"
  }

  private func writeObject(isEnd: Bool) {
    Message.object("progress") { json in
      json.field("packets", packets)
      json.field("bytes", bytes)
      json.field("total_bytes", total)
      json.field("bytes_per_second", UInt64(Double(bytes) / seconds))
      json.field("done", isEnd)
    }
  }

  /// Ends it; a program is told of the end.
  mutating func clear() {
    if isShown, Message.format == .json {
      latest = MonotonicClock.now()
      writeObject(isEnd: true)
    }
    guard isOnScreen else { return }
    StandardStream.write(Array("\r\u{1B}[K".utf8), to: 2)
    isOnScreen = false
  }
}
