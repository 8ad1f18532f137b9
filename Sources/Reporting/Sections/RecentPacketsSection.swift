import TrafficAnalysis

/// The end of the capture, packet by packet.
struct RecentPacketsSection: ReportSection {
  static let id = "recent-packets"
  static let title = "Recent packets"
  private static let shown = 50

  private let context: ReportContext

  init(_ context: ReportContext) throws(SectionSkipped) {
    guard !context.snapshot.recentPackets.isEmpty else {
      throw SectionSkipped("no packets in the capture")
    }
    self.context = context
  }

  var blocks: [ReportBlock] {
    let count = min(Self.shown, context.snapshot.recentPackets.count)
    let all = UInt64(count) == context.capture.packets
    return [
      .lead(
        all && count == 1
          ? "The only packet of the capture."
          : all
            ? "All \(Words.count(count)) packets of the capture."
            : "The last \(Words.count(count)) of \(Words.counted(context.capture.packets, "packet"))."
      ),
      .table(table),
    ]
  }

  private var table: ReportTable {
    var table = ReportTable(
      id: "recent-packets-table", caption: "The newest packets, oldest of them first",
      columns: [
        .number("No."), .text("Time", mono: true), .text("Source", mono: true),
        .text("Destination", mono: true), .text("Protocol"), .number("Length", unit: "bytes"),
        .text("Info"),
      ], csv: "recent_packets")
    table.rows = context.snapshot.recentPackets.suffix(Self.shown).map { packet in
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
