import PacketDecoding
import TrafficAnalysis
package import Wording

/// A host gets no address.
package enum DHCPUnanswered: FindingRule {
  package static let id = "dhcp-unanswered"
  package static let title: Phrase = "Nobody offers an address"
  package static let group = FindingGroup.link
  package static let definition = """
    DHCPDISCOVERs of an adapter without an address, over at least ten seconds, that never asks for an address by DHCPREQUEST and is \
    never sent one.
    """
  package static let advice: Phrase =
    "See that a DHCP server or relay agent is in this VLAN, and that it has free addresses."
  package static let source = "RFC 2131 section 4.4.1"
  static let minimum = Threshold(id, "warning", 4, .requests, "without an answer")
  package static let thresholds = [minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [
    .packetsMissing, .oneSided, .duplicates, .headersCut,
  ]
  private static let leastDuration: Int64 = 10_000_000_000

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.links.dhcp.unanswered.compactMap { row in
      guard row.discovers > 0, Double(row.discovers) >= context[minimum],
        row.lastTime &- row.firstTime >= leastDuration
      else { return nil }
      return Finding(
        Self.self, .warning, subject: .adapter(row.adapter),
        detail: "\(row.adapter) asked for an address \(row.discovers) times and was offered none.",
        measured: Double(row.discovers), threshold: context[minimum], unit: .requests,
        packets: row.packets.all, filter: "dhcp.hw.mac_addr == \(row.adapter)")
    }
  }
}
