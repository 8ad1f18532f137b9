import PacketDecoding
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Who took part.
struct HostsSection: ReportSection {
  static let id: String = "hosts"
  static let title: Phrase = "Hosts"
  static let figures: [String] = ["sources"]

  private let context: ReportContext
  private let hosts: Ranked<Host>

  init(_ context: ReportContext) throws(SectionSkipped) {
    guard !context.snapshot.hosts.rows.isEmpty else {
      throw SectionSkipped("no IP addresses in the capture")
    }
    self.context = context
    hosts = context.snapshot.hosts
  }

  var blocks: [ReportBlock] {
    [.lead(lead)] + context.figure("sources", csv: "hosts")
      + context.figure("host-traffic", csv: "hosts") + [.table(table)]
  }

  private var lead: InlineText {
    let first = hosts.rows[0]
    let bytes = first.bytesSent.clampedSum(first.bytesReceived)
    let part = Words.percent(share(bytes, of: context.capture.bytes))
    let total = Words.counted(UInt64(hosts.total), "host")
    guard hosts.total > 1 else {
      return "\(total), \(mono: first.address), which sent or received \(part) of the bytes."
    }
    let equals = hosts.rows.count { $0.bytesSent.clampedSum($0.bytesReceived) == bytes }
    guard equals == 1 else {
      return """
        \(total); \(mono: first.address) and \(Words.counted(UInt64(equals - 1), "other")) sent or \
        received most, \(part) of the bytes each.
        """
    }
    return """
      \(total); \(mono: first.address) sent or received \(part) of the bytes, more than any other.
      """
  }

  private var shown: ArraySlice<Host> { hosts.rows.prefix(max(1, context.options.top)) }

  private var table: ReportTable {
    let trends = Trends(context).open(shown.map(\.address)) { [$0.client, $0.server] }
    var table = ReportTable(
      id: "hosts-table", caption: "Hosts with most bytes, sent and received",
      columns: [
        .text("Address", mono: true), .text("Name"), .number("Packets sent"),
        .number("Packets received"), .number("Bytes sent"), .number("Bytes received"),
        .share("Share of bytes"),
      ] + Trends.columns(trends, "Open conversations"), csv: "hosts")
    table.fill(hosts, top: context.options.top, noun: "host") { host in
      [
        ReportTable.Cell(host.address.description, explanation: link(of: host)),
        name(of: host),
      ]
        + numbers([host])
    } others: { rest in
      [""] + (rest.map(numbers) ?? ["–", "–", "–", "–", "–"])
    }
    table.add(trends)
    return table
  }

  private func name(of host: Host) -> ReportTable.Cell {
    guard let name = host.names.first else { return "–" }
    return ReportTable.Cell(
      SafeText.visible(name.name, limit: 60) + " (\(name.source))",
      explanation: host.names.map { name -> Phrase in "\(name.name) (\(name.source))" }
        .joined(separator: ", "))
  }

  /// "00:00:5e:00:53:01 (Example Inc.)".
  private func link(of host: Host) -> String? {
    host.mac.map { "\($0)" + (host.macVendor.map { " (\($0))" } ?? "") }
  }

  private func numbers(_ hosts: [Host]) -> [ReportTable.Cell] {
    let sent = hosts.map(\.bytesSent).clampedSum
    let received = hosts.map(\.bytesReceived).clampedSum
    return [
      .count(hosts.map(\.packetsSent).clampedSum), .count(hosts.map(\.packetsReceived).clampedSum),
      .bytes(sent), .bytes(received),
      .share(sent.clampedSum(received), of: context.capture.bytes),
    ]
  }
}
