import PacketDecoding
import TrafficAnalysis
package import Wording

/// A host wants an IPv6 address that another has.
package enum DuplicateIPv6Addresses: FindingRule {
  package static let id = "ipv6-duplicate-address"
  package static let title: Phrase = "An IPv6 address is taken"
  package static let group = FindingGroup.link
  package static let definition = """
    Duplicate address detection: a neighbour solicitation from the unspecified address that another adapter \
    answers to all within two seconds.
    """
  package static let advice: Phrase = """
    The asking host does not use the address: give one of the two another, or look for a host that answers for \
    all addresses.
    """
  package static let source = "RFC 4862 section 5.4"
  package static let thresholds: [Threshold] = []
  package static let isHeldBackBy: Set<CaptureDoubt> = [.headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.links.duplicateAddresses.map { row in
      Finding(
        Self.self, .warning, subject: .host(row.address),
        detail: "\(row.asking) asked for \(row.address), and \(row.holder) has it.",
        measured: 1, threshold: 1, unit: .addresses, packets: row.packets.all,
        filter: "icmpv6.nd.ns.target_address == \(row.address) || "
          + "icmpv6.nd.na.target_address == \(row.address)")
    }
  }
}
