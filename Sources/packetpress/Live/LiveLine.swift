import Charts
import Glibc
import Reporting
import Wording

/// How the capture goes: on one line of standard error that is written over, or as JSON.
struct LiveLine {
  private let isShown: Bool
  private var isOnScreen = false

  /// Shown when standard error is a terminal, or for a program, and nobody asked for quiet.
  init(quiet: Bool) { isShown = !quiet && (Message.format == .json || isatty(2) == 1) }

  mutating func show(packets: UInt64, _ moment: LiveMoment) {
    guard isShown else { return }
    guard Message.format == .text else { return Self.writeObject(packets, moment) }
    var text = Numbers.count(packets, "packet").text
    text += ", \(Numbers.count(UInt64(moment.packetsPerSecond)))/s"
    text += ", \(Numbers.bitRate(moment.bitsPerSecond))"
    if let dropped = moment.dropped { text += ", \(Numbers.count(dropped)) dropped" }
    StandardStream.write(Array("\r\u{1B}[K\(text)".utf8), to: 2)
    isOnScreen = true
  }

  private static func writeObject(_ packets: UInt64, _ moment: LiveMoment) {
    Message.object("progress") { json in
      json.field("packets", packets)
      json.field("packets_per_second", UInt64(moment.packetsPerSecond))
      json.field("bits_per_second", UInt64(moment.bitsPerSecond))
      json.field("dropped", moment.dropped)
    }
  }

  mutating func clear() {
    guard isOnScreen else { return }
    StandardStream.write(Array("\r\u{1B}[K".utf8), to: 2)
    isOnScreen = false
  }
}
