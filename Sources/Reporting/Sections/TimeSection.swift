import CaptureFormats
import TrafficAnalysis

/// Packets and bits over the time of the capture.
struct TimeSection: ReportSection {
  static let id = "time"
  static let title = "Traffic over time"

  private let context: ReportContext
  private let timeline: Timeline

  init(_ context: ReportContext) throws(SectionSkipped) {
    guard context.snapshot.timeline.packets.contains(where: { $0 > 0 }) else {
      throw SectionSkipped("no packet has a time")
    }
    self.context = context
    timeline = context.snapshot.timeline
  }

  var blocks: [ReportBlock] {
    [.lead(lead)] + context.figure("packet-rate", csv: "timeline")
      + context.figure("bit-rate", csv: "timeline")
  }

  private var lead: InlineText {
    let width = Words.duration(timeline.binNanoseconds)
    let most = timeline.packets.max() ?? 0
    guard timeline.packets.count > 1, let peak = timeline.packets.firstIndex(of: most) else {
      return "All packets fall into one interval of \(width)."
    }
    let (offset, overflow) = Int64(peak).multipliedReportingOverflow(by: timeline.binNanoseconds)
    let (at, late) = timeline.start.nanoseconds.addingReportingOverflow(offset)
    let moment = overflow || late ? "" : " at \(context.time(.init(nanoseconds: at)))"
    let quiet = timeline.packets.count { $0 == 0 }
    let rest =
      quiet == 0
      ? "no interval is without packets"
      : "\(Words.percent(Double(quiet) / Double(timeline.packets.count))) of the intervals are silent"
    return """
      The busiest \(width) has \(Words.counted(most, "packet"))\(moment); \(rest).
      """
  }
}
