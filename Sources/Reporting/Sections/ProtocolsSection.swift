import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// What the packets are made of.
struct ProtocolsSection: ReportSection {
  static let id: String = "protocols"
  static let title: Phrase = "Protocols"
  static let figures: [String] = ["protocols"]
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
    let kinds = Words.counted(UInt64(Set(context.snapshot.protocols.map(\.name)).count), "protocol")
    let shares = context.snapshot.transport.filter { $0.packets > 0 && $0.name != "Other" }
      .prefix(2).map {
        ($0.name, Words.percent(share($0.bytes, of: context.capture.bytes)))
      }
    guard let first = shares.first else {
      return "\(kinds); no packet is of TCP, UDP, SCTP or ICMP."
    }
    let second = shares.dropFirst().first.map { ", \($0.0) \($0.1)" } ?? ""
    return "\(kinds); \(first.0) carries \(first.1) of the bytes\(second)."
  }

  private var tree: ReportTable {
    var table = ReportTable(
      id: "protocol-tree", caption: "Protocol hierarchy; a row includes the rows set in under it",
      columns: [
        .text("Protocol"), .text("Filter name", mono: true), .number("Packets"), .number("Bytes"),
        .share("Share of bytes"),
      ], csv: "protocols")
    let bytes = context.capture.bytes
    let nodes = shownNodes
    table.rows = nodes.map { node in
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
    if let trends = trends(of: nodes) {
      table.columns += Trends.columns(trends, "Bytes over time")
      table.add(trends)
    }
    return table
  }

  /// The bytes of each node over time, where they can be told.
  ///
  /// The timeline has bytes by the deepest protocol only. Those of a node are the sum over the
  /// protocols in it, unless one of them is elsewhere, too: then the sum is another.
  private func trends(of nodes: [ProtocolNode]) -> [ReportTable.Cell]? {
    let trends = Trends(context)
    let cells = nodes.map { node -> ReportTable.Cell in
      let within = context.snapshot.protocols.filter {
        $0.path == node.path || $0.path.hasPrefix(node.path + "/")
      }
      let bytes = trends.bytes(of: Set(within.map { lastLayer($0.path) }))
      guard bytes.clampedSum == node.bytes else { return "–" }
      return trends.cell(of: bytes) ?? "–"
    }
    // A column of dashes would say nothing.
    return cells.count { $0.trend != nil } * 2 > cells.count ? cells : nil
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
