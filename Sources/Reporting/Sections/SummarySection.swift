import Charts
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// What one sees first: the verdict, a sentence and the key figures.
struct SummarySection: ReportSection {
  static let id: String = "summary"
  static let title: Phrase = "Summary"

  private let context: ReportContext

  init(_ context: ReportContext) throws(SectionSkipped) { self.context = context }

  var blocks: [ReportBlock] {
    // The verdict is the whole capture's: the page of a window leaves it to the other one.
    guard context.window == nil else { return [.lead(sentence), .keyFigures(keyFigures)] }
    let verdict = SummaryVerdict(context)
    return verdict.strip + [.lead(sentence), .keyFigures(keyFigures + verdict.keyFigures)]
      + CaptureQuality(context).warnings
  }

  private var sentence: InlineText {
    let capture = context.capture
    guard capture.packets > 0 else { return emptySentence }
    let packets = Words.counted(capture.packets, "packet")
    if let window = context.window {
      return "\(packets) and \(Words.bytes(capture.bytes)) in \(window)\(busiest)."
    }
    guard let first = capture.firstPacket, capture.durationNanoseconds > 0 else {
      return "\(packets) of \(Words.bytes(capture.bytes)) in all\(busiest)."
    }
    let duration = Words.duration(capture.durationNanoseconds)
    let start = context.time(first)
    return "\(packets) and \(Words.bytes(capture.bytes)) in \(duration) from \(start)\(busiest)."
  }

  private var emptySentence: InlineText {
    if let window = context.window { return "No packet in \(window)." }
    if context.options.live != nil { return "No packet has come yet." }
    return context.capture.accounting.filteredOut > 0
      ? "No packet passes the filter; there is nothing to analyse."
      : "The capture holds no packets; there is nothing to analyse."
  }

  /// The most of the traffic, as the end of the sentence.
  private var busiest: InlineText {
    guard let top = context.snapshot.conversations.rows.first else { return "" }
    let bytes = top.bytesToServer.clampedSum(top.bytesToClient)
    let part = Words.percent(share(bytes, of: context.capture.bytes))
    let name = top.application ?? top.transport
    return context.snapshot.conversations.total == 1
      ? """
      ; the only conversation, \(mono: name) between \(mono: top.client) and \
      \(mono: top.server), has \(part) of the bytes
      """
      : """
      ; the largest conversation, \(mono: name) between \(mono: top.client) and \
      \(mono: top.server), has \(part) of the bytes
      """
  }

  private var keyFigures: [KeyFigure] {
    let capture = context.capture
    let nanoseconds = capture.durationNanoseconds
    return [
      KeyFigure("Packets", Words.count(capture.packets), detail: packetRate),
      KeyFigure(
        "Bytes", Words.bytes(capture.bytes), detail: "\(Words.count(capture.bytes)) bytes"),
      KeyFigure("Duration", Words.duration(nanoseconds), detail: span),
      KeyFigure(
        "Average rate", Words.bitRate(bytes: capture.bytes, nanoseconds: nanoseconds) ?? "–",
        detail: peak),
      KeyFigure(
        "Hosts", Words.count(context.snapshot.hosts.total), section: HostsSection.id),
      KeyFigure(
        "Conversations", Words.count(context.snapshot.conversations.total),
        detail: context.snapshot.tcp.connections > 0
          ? Words.counted(context.snapshot.tcp.connections, "TCP connection") : nil,
        section: ConversationsSection.id),
    ]
  }

  private var span: Phrase? {
    guard let first = context.capture.firstPacket, let last = context.capture.lastPacket,
      last > first
    else { return context.capture.firstPacket.map { "at \(context.options.clock.time($0))" } }
    let clock = context.options.clock
    return clock.date(first) == clock.date(last)
      ? "\(clock.time(first)) to \(clock.time(last))"
      : "\(clock.date(first)) to \(clock.date(last))"
  }

  private var packetRate: Phrase? {
    Words.rate(context.capture.packets, nanoseconds: context.capture.durationNanoseconds)
      .map { "\($0) packets/s" }
  }

  private var peak: Phrase? {
    let timeline = context.snapshot.timeline
    guard let bins = TimeBins(timeline), bins.count > 1,
      let most = bins.sums(timeline.bytes).max(), most > 0
    else { return nil }
    return "peak \(Numbers.bitRate(most * 8 / bins.seconds))"
  }
}
