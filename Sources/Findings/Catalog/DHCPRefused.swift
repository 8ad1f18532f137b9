import PacketDecoding
import TrafficAnalysis
package import Wording

/// A DHCP server refuses what clients ask for.
package enum DHCPRefused: FindingRule {
  package static let id = "dhcp-refused"
  package static let title: Phrase = "A DHCP server refuses requests"
  package static let group = FindingGroup.link
  package static let definition = """
    DHCPNAKs of a server, of its DHCPACKs and DHCPNAKs, to at least two clients. A single one is normal: a client \
    comes from another network.
    """
  package static let advice: Phrase = """
    See whether the pool is exhausted, the server lost its leases, or two servers do not know of each other.
    """
  package static let source = "RFC 2131 section 4.3.2"
  static let share = Threshold(id, "warning", 20, .percent, "of the answers")
  static let minimum = Threshold(id, "warning-minimum", 5, .responses, "that refuse")
  package static let thresholds = [share, minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.duplicates, .headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.links.dhcp.servers.compactMap { row in
      let all = row.refused + row.acknowledged
      let measured = percent(row.refused, of: all)
      guard row.refusedClients > 1, measured >= context[share],
        Double(row.refused) >= context[minimum]
      else { return nil }
      return Finding(
        Self.self, .warning, subject: .host(row.address),
        detail: "\(row.address) refused \(row.refused) of \(all) requests.",
        measured: measured, threshold: context[share], unit: .percent, packets: row.refusals.all,
        filter: "dhcp.option.dhcp == 6 && dhcp.option.dhcp_server_id == \(row.address)")
    }
  }
}
