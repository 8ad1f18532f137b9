import CaptureFormats
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// The end of the capture, packet by packet.
struct RecentPacketsSection: ReportSection {
  static let id: String = "recent-packets"
  static let title: Phrase = "Recent packets"
  private static let shown = 50

  private let context: ReportContext

  init(_ context: ReportContext) throws(SectionSkipped) {
    guard !context.snapshot.recentPackets.isEmpty else {
      throw SectionSkipped("no packets in the capture")
    }
    self.context = context
  }

  var blocks: [ReportBlock] { [.lead(lead), .table(table)] }

  private var lead: InlineText {
    let count = min(Self.shown, context.snapshot.recentPackets.count)
    let total = Words.counted(context.capture.packets, "packet")
    guard UInt64(count) == context.capture.packets else {
      return "The last \(Words.count(count)) of \(total)\(span)."
    }
    let whole = context.window ?? (isLive ? "the capture so far" : "the capture")
    return count == 1
      ? "The only packet of \(whole)." : "All \(Words.count(count)) packets of \(whole)."
  }

  /// From when to when, as the end of the sentence.
  private var span: Phrase {
    let times = context.snapshot.recentPackets.suffix(Self.shown).map(\.time)
    guard let first = times.min(), let last = times.max(), last > first else { return "" }
    return ", within \(Words.duration(last.nanoseconds(since: first)))"
  }

  /// Who watches wants to see at once what has just come, so a live page has it on top.
  private var isLive: Bool { context.options.live != nil }

  private var shownPackets: [RecentPacket] {
    let packets = context.snapshot.recentPackets.suffix(Self.shown)
    return isLive ? packets.reversed() : Array(packets)
  }

  private var table: ReportTable {
    var table = ReportTable(
      id: "recent-packets-table",
      caption: isLive
        ? "The newest packets, newest first" : "The newest packets, oldest of them first",
      columns: [
        .number("No."), .text("Time", mono: true), .text("Source", mono: true),
        .text("Destination", mono: true), .text("Protocol"), .number("Length", unit: "bytes"),
        .text("Info"),
      ], csv: "recent_packets")
    table.rows = shownPackets.map { packet in
      [
        ReportTable.Cell(Words.count(packet.number)),
        ReportTable.Cell(context.clock(packet.time), explanation: ExactTime.rfc3339(packet.time)),
        ReportTable.Cell(Words.endpoint(packet.source, packet.sourcePort)),
        ReportTable.Cell(Words.endpoint(packet.destination, packet.destinationPort)),
        ReportTable.Cell(packet.protocolName), .count(UInt64(packet.length)),
        ReportTable.Cell(SafeText.visible(packet.info, limit: 100)),
      ]
    }
    return table
  }
}
