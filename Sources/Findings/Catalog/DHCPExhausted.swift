import PacketDecoding
import TrafficAnalysis
package import Wording

/// Servers of DHCP are there, and many clients get nothing from them.
package enum DHCPExhausted: FindingRule {
  package static let id = "dhcp-exhausted"
  package static let title: Phrase = "DHCP has no addresses left"
  package static let group = FindingGroup.link
  package static let definition = """
    Adapters without an address that sent at least two DHCPDISCOVERs and heard nothing, of all that sent one, while \
    a server offered, acknowledged or refused something to others.
    """
  package static let advice: Phrase = """
    Look into the pool of the server: make it larger or leases shorter, and see who holds the addresses.
    """
  package static let source = "RFC 2131 sections 3.1 and 4.3.1"
  static let minimum = Threshold(id, "warning", 5, .hosts, "without an offer")
  static let share = Threshold(id, "share", 20, .percent, "of those that asked")
  package static let thresholds = [minimum, share]
  package static let isHeldBackBy: Set<CaptureDoubt> = [
    .packetsMissing, .oneSided, .duplicates, .headersCut,
  ]

  package static func findings(in context: FindingContext) -> [Finding] {
    let dhcp = context.observations.links.dhcp
    let neglected = dhcp.unanswered.filter { $0.discovers > 1 }
    let measured = Double(neglected.count)
    guard dhcp.isServed, measured >= context[minimum],
      percent(UInt64(neglected.count), of: UInt64(dhcp.asking)) >= context[share]
    else { return [] }
    return [
      Finding(
        Self.self, .warning, subject: .capture,
        detail:
          """
          Of \(dhcp.asking) adapters that asked for an address \(neglected.count) were offered none, \
          though a server is there.
          """,
        measured: measured, threshold: context[minimum], unit: .hosts,
        packets: neglected.flatMap(\.packets.all).sorted(),
        filter: DisplayFilter.all(
          "dhcp.option.dhcp == 1",
          DisplayFilter.any(neglected.prefix(10).map { "dhcp.hw.mac_addr == \($0.adapter)" })))
    ]
  }
}
