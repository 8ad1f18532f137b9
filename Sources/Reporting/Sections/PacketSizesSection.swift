import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// How long the packets are.
struct PacketSizesSection: ReportSection {
  static let id: String = "packet-sizes"
  static let title: Phrase = "Packet sizes"
  static let figures: [String] = ["packet-sizes"]

  private let context: ReportContext
  private let total: UInt64

  init(_ context: ReportContext) throws(SectionSkipped) {
    total = context.snapshot.packetSizes.map(\.packets).clampedSum
    guard total > 0 else { throw SectionSkipped("no packets in the capture") }
    self.context = context
  }

  var blocks: [ReportBlock] {
    [.lead(lead)] + context.figure("packet-sizes", csv: "packet_sizes") + [.table(table)]
  }

  private var lead: InlineText {
    let capture = context.capture
    let mean = capture.packets == 0 ? 0 : capture.bytes / capture.packets
    let length = "\(Words.counted(mean, "byte")) long"
    guard total > 1 else { return "The only packet is \(length)." }
    let bins = context.snapshot.packetSizes
    let top = bins.max { $0.packets < $1.packets }.map { bin -> Phrase in
      """
      ; the most common size is \(range(bin)) bytes, with \
      \(Words.percent(share(bin.packets, of: total))) of the packets
      """
    }
    return "A packet is \(length) on average\(top ?? "")."
  }

  private var table: ReportTable {
    var table = ReportTable(
      id: "packet-sizes-table", caption: "Packets by length on the wire",
      columns: [.text("Length in bytes"), .number("Packets"), .share()], csv: "packet_sizes")
    table.rows = context.snapshot.packetSizes.prefix(64).map { bin in
      [ReportTable.Cell(range(bin))] + ReportTable.counted(bin.packets, of: total)
    }
    return table
  }

  private func range(_ bin: PacketSizeBin) -> Phrase {
    guard let to = bin.to else { return "\(Words.count(bin.from)) and more" }
    return "\(Words.count(bin.from))–\(Words.count(to))"
  }
}
