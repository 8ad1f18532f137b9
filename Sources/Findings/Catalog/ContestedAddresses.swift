import PacketDecoding
import TrafficAnalysis
package import Wording

/// Two adapters use one IPv4 address.
package enum ContestedAddresses: FindingRule {
  package static let id = "arp-contested-address"
  package static let title: Phrase = "Adapters contend for an address"
  package static let group = FindingGroup.link
  package static let definition = """
    How often an adapter claimed an IPv4 address by ARP again after another had, within five minutes of its \
    own last claim and in one VLAN. Virtual adapters of VRRP, CARP, HSRP and GLBP do not count, nor does an \
    address that is handed over once.
    """
  package static let advice: Phrase = """
    Find both adapters by the switch's table: two hosts have the same address, or one pretends to be the other.
    """
  package static let source =
    "RFC 5227 (IPv4 Address Conflict Detection); Wireshark: arp.duplicate-address-detected"
  static let minimum = Threshold(id, "warning", 2, .times, "that an adapter claimed it again")
  package static let thresholds = [minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.links.contestedAddresses.compactMap { row in
      guard row.returns > 0, Double(row.returns) >= context[minimum] else { return nil }
      let adapters = row.adapters.map(\.description).joined(separator: ", ")
      return Finding(
        Self.self, .warning, subject: .host(row.address),
        detail:
          "\(adapters) claimed \(row.address) in turn, and \(row.returns) times one of them again.",
        measured: Double(row.returns), threshold: context[minimum], unit: .times,
        packets: row.packets.all, filter: "arp.src.proto_ipv4 == \(row.address)")
    }
  }
}
