import PacketDecoding
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// ARP, ICMP and ICMPv6: what keeps a network together.
struct LinkLayerSection: ReportSection {
  static let id: String = "link-layer"
  static let title: Phrase = "ARP and ICMP"

  private let context: ReportContext
  private let arp: ARPSummary
  private let icmp: ICMPSummary

  init(_ context: ReportContext) throws(SectionSkipped) {
    arp = context.snapshot.arp
    icmp = context.snapshot.icmp
    guard arp.packets > 0 || !icmp.v4.isEmpty || !icmp.v6.isEmpty else {
      throw SectionSkipped("no ARP, ICMP or ICMPv6 in the capture")
    }
    self.context = context
  }

  var blocks: [ReportBlock] {
    var blocks: [ReportBlock] = [.lead(lead)]
    for table in tallies where !table.rows.isEmpty { blocks.append(.table(table)) }
    blocks += LatencyTable.block(
      icmp.echoRTT, id: "echo-rtt", caption: "Echo request to its reply")
    return blocks + (arp.claims.rows.isEmpty ? [] : [.table(claims)])
  }

  private var lead: InlineText {
    let messages = (icmp.v4 + icmp.v6).map(\.count).clampedSum
    let parts = [
      arp.packets > 0 ? Words.counted(arp.packets, "ARP packet") : nil,
      messages > 0 ? Words.counted(messages, "ICMP message") : nil,
    ]
    return "\(parts.compactMap { $0 }.joined(separator: " and "))\(echoes)."
  }

  /// What came of echo requests, as the end of the sentence; one to many may have many replies.
  private var echoes: Phrase {
    let (requests, replies) = (icmp.echoRequests, icmp.echoReplies)
    guard requests > 0 || replies > 0 else { return "" }
    guard replies <= requests else {
      return "; \(Words.counted(replies, "echo reply")) to \(Words.counted(requests, "request"))"
    }
    guard requests > 1 else {
      return replies > 0 ? "; the echo request was answered" : "; the echo request was not answered"
    }
    return "; \(Words.count(replies)) of \(Words.count(requests)) echo requests answered"
  }

  private var tallies: [ReportTable] {
    let top = context.options.top
    let kinds: [([Tally], String, Phrase, Phrase)] = [
      (icmp.v4, "icmp-types", "ICMP messages", "Type"),
      (icmp.v6, "icmpv6-types", "ICMPv6 messages", "Type"),
      (arp.operations, "arp-operations", "ARP packets by operation", "Operation"),
    ]
    return kinds.map { tallies, id, caption, head in
      .tallies(
        tallies, id: id, caption: caption, head: head, count: "Packets", noun: "type", top: top)
    }
  }

  private var claims: ReportTable {
    var table = ReportTable(
      id: "arp-claims", caption: "Who says to have which address",
      columns: [
        .text("Address", mono: true), .text("Name"), .text("MAC address", mono: true),
        .text("Maker"), .number("Packets"),
      ], csv: "arp_claims")
    table.fill(arp.claims, top: context.options.top, noun: "claim") { claim in
      [
        ReportTable.Cell(claim.address.description),
        ReportTable.Cell(
          context.name(of: claim.address).map { SafeText.visible($0, limit: 60) } ?? "–"),
        ReportTable.Cell(claim.mac.description), ReportTable.Cell(claim.macVendor ?? "–"),
        .count(claim.packets),
      ]
    } others: { rest in
      ["", "", "", .count(rest?.map(\.packets).clampedSum)]
    }
    return table
  }
}
