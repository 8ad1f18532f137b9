import Charts
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Packets and bits over the time of the capture.
struct TimeSection: ReportSection {
  static let id: String = "time"
  static let title: Phrase = "Traffic over time"
  static let figures: [String] = ["packet-rate", "bit-rate"]

  private let context: ReportContext
  /// The same as in the figures, so that both name the same peak.
  private let bins: TimeBins

  init(_ context: ReportContext) throws(SectionSkipped) {
    let timeline = context.snapshot.timeline
    guard let bins = TimeBins(timeline), timeline.packets.contains(where: { $0 > 0 }) else {
      throw SectionSkipped("no packet has a time")
    }
    self.context = context
    self.bins = bins
  }

  var blocks: [ReportBlock] {
    [.lead(lead)] + context.figure("packet-rate", csv: "timeline")
      + context.figure("bit-rate", csv: "timeline")
  }

  private var lead: InlineText {
    let packets = bins.sums(context.snapshot.timeline.packets)
    let most = packets.max() ?? 0
    guard bins.count > 1, let peak = packets.firstIndex(of: most) else {
      guard context.capture.packets == 1, let time = context.capture.firstPacket else {
        return "All packets fall into one interval of \(bins.widthText)."
      }
      return "The only packet came on \(context.time(time))."
    }
    let moment = BinClock(bins: bins, clock: context.options.clock).phrase(peak)
    let quiet = packets.count { $0 == 0 }
    let number: Phrase = most == 1 ? "1 packet" : "\(Numbers.whole(most)) packets"
    let rest: Phrase =
      quiet == 0
      ? "no interval is without packets"
      : "\(Words.percent(Double(quiet) / Double(packets.count))) of the intervals are silent"
    return """
      The busiest \(bins.widthText) has \(number) \(moment); \(rest).
      """
  }
}
