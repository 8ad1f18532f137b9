import PacketDecoding
import TrafficAnalysis
package import Wording

/// Somebody takes all addresses of DHCP by asking in the name of many.
package enum DHCPStarvation: FindingRule {
  package static let id = "dhcp-starvation"
  package static let title: Phrase = "Addresses of DHCP are asked for in bulk"
  package static let group = FindingGroup.link
  package static let definition = """
    Different adapters that asked for an address by DHCPDISCOVER for the first time within one minute.
    """
  package static let advice: Phrase = """
    Unless many hosts were switched on at once, find the port of the switch that the requests come from, and \
    limit the addresses of adapters on each port.
    """
  package static let source = "RFC 2131 section 7"
  static let minimum = Threshold(id, "warning", 100, .hosts, "within one minute")
  package static let thresholds = [minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    let rush = context.observations.links.dhcp.rush
    guard rush.adapters > 0, Double(rush.adapters) >= context[minimum] else { return [] }
    return [
      Finding(
        Self.self, .warning, subject: .capture,
        detail: "\(rush.adapters) adapters began to ask for an address within one minute.",
        measured: Double(rush.adapters), threshold: context[minimum], unit: .hosts,
        packets: rush.packets.all, filter: "dhcp.option.dhcp == 1")
    ]
  }
}
