import Charts
import Glibc

/// How the capture goes, on one line of standard error that is written over.
struct LiveLine {
  private let isShown: Bool
  private var isOnScreen = false

  /// Shown when standard error is a terminal and nobody asked for quiet.
  init(quiet: Bool) { isShown = !quiet && isatty(2) == 1 }

  mutating func show(packets: UInt64, _ moment: LiveMoment) {
    guard isShown else { return }
    var text = Numbers.count(packets, "packet")
    text += ", \(Numbers.count(UInt64(moment.packetsPerSecond)))/s"
    text += ", \(Numbers.bitRate(moment.bitsPerSecond))"
    if let dropped = moment.dropped { text += ", \(Numbers.count(dropped)) dropped" }
    StandardStream.write(Array("\r\u{1B}[K\(text)".utf8), to: 2)
    isOnScreen = true
  }

  mutating func clear() {
    guard isOnScreen else { return }
    StandardStream.write(Array("\r\u{1B}[K".utf8), to: 2)
    isOnScreen = false
  }
}
