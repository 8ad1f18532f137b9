import TrafficAnalysis

/// What the packets are made of.
struct ProtocolsSection: ReportSection {
  static let id = "protocols"
  static let title = "Protocols"
  static let figures = ["protocols"]
  /// How much of a tree one reads on a page; the whole is in CSV.
  private static let nodeLimit = 40

  private let context: ReportContext

  init(_ context: ReportContext) throws(SectionSkipped) {
    guard !context.snapshot.protocols.isEmpty else {
      throw SectionSkipped("no packet was decoded")
    }
    self.context = context
  }

  var blocks: [ReportBlock] {
    [.lead(lead)] + context.figure("protocols", csv: "protocols") + [.table(tree)]
  }

  private var lead: InlineText {
    let kinds = UInt64(Set(context.snapshot.protocols.map(\.name)).count)
    let shares = context.snapshot.transport.filter { $0.packets > 0 }.prefix(2).map {
      "\($0.name) carries \(Words.percent(share($0.bytes, of: context.capture.bytes)))"
    }
    let rest = shares.isEmpty ? "" : "; \(shares.joined(separator: ", ")) of the bytes"
    return "\(Words.counted(kinds, "protocol"))\(rest)."
  }

  private var tree: ReportTable {
    var table = ReportTable(
      id: "protocol-tree", caption: "Protocol hierarchy; a row includes the rows set in under it",
      columns: [
        .text("Protocol"), .text("Filter name", mono: true), .number("Packets"), .number("Bytes"),
        .share("Share of bytes"),
      ], csv: "protocols")
    let bytes = context.capture.bytes
    table.rows = shownNodes.map { node in
      [
        ReportTable.Cell(node.name, indent: min(node.depth, 12)),
        ReportTable.Cell(lastLayer(node.path), explanation: node.path), .count(node.packets),
        .bytes(node.bytes), .share(node.bytes, of: bytes),
      ]
    }
    let left = context.snapshot.protocols.count - table.rows.count
    if left > 0 {
      table.others = ["\(Words.count(left)) smaller ones, counted above", "", "", "", ""]
    }
    return table
  }

  /// The largest nodes in the order of the tree; a parent is never smaller than its children.
  private var shownNodes: [ProtocolNode] {
    let nodes = context.snapshot.protocols
    guard nodes.count > Self.nodeLimit else { return nodes }
    let ranked = nodes.enumerated().sorted {
      ($1.element.packets, $0.offset) < ($0.element.packets, $1.offset)
    }
    return ranked.prefix(Self.nodeLimit).sorted { $0.offset < $1.offset }.map(\.element)
  }

  private func lastLayer(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
