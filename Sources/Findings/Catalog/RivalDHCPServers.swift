import PacketDecoding
import TrafficAnalysis
package import Wording

/// Two DHCP servers tell one client different things.
package enum RivalDHCPServers: FindingRule {
  package static let id = "dhcp-rival-servers"
  package static let title: Phrase = "DHCP servers contradict each other"
  package static let group = FindingGroup.link
  package static let definition = """
    DHCPDISCOVERs that two servers answered, not through a relay agent, where the routers or the name servers \
    that they offer have none in common. Servers that share their work offer the same.
    """
  package static let advice: Phrase = """
    Find the server that is not yours, often a home router or a virtual machine, and let switches drop offers \
    from ports of hosts (DHCP snooping).
    """
  package static let source = "RFC 2131 sections 3.1 and 7"
  static let minimum = Threshold(id, "warning", 1, .requests, "that both answered")
  package static let thresholds = [minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.links.dhcp.rivals.compactMap { row in
      guard Double(row.exchanges) >= context[minimum] else { return nil }
      return Finding(
        Self.self, .warning, subject: .pair(row.first, row.second),
        detail:
          """
          Both answered \(row.exchanges) clients' requests: \(row.first) with \(text(row.firstSettings)), \
          \(row.second) with \(text(row.secondSettings)).
          """,
        measured: Double(row.exchanges), threshold: context[minimum], unit: .requests,
        packets: row.packets.all, filter: "dhcp.option.dhcp == 2")
    }
  }

  private static func text(_ settings: AddressLease.Settings) -> Phrase {
    "router \(list(settings.routers)) and name server \(list(settings.nameServers))"
  }

  private static func list(_ addresses: [IPAddress]) -> Phrase {
    addresses.isEmpty ? "none" : addresses.map { "\($0)" }.joined(separator: ", ")
  }
}
