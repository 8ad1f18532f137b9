import TrafficAnalysis
package import Wording

/// An adapter looks for all hosts of a network.
package enum ARPScan: FindingRule {
  package static let id = "arp-scan"
  package static let title: Phrase = "A network is scanned by ARP"
  package static let group = FindingGroup.reconnaissance
  package static let definition = """
    Different addresses that one adapter asked for by ARP within a minute. Routers do not count: adapters \
    that ask under several addresses, send packets of several hosts, or are asked for by several adapters.
    """
  package static let advice: Phrase =
    "Find the host with this adapter; an inventory is fine, a worm or an intruder is not."
  package static let source = "RFC 826; Nmap Reference Guide, -PR"
  static let minimum = Threshold(id, "warning", 25, .addresses, "within a minute")
  package static let thresholds = [minimum]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.arpSweeps.compactMap { sweep in
      guard !sweep.isRouter, Double(sweep.addresses) >= context[minimum] else { return nil }
      return Finding(
        Self.self, .warning, subject: .adapter(sweep.adapter),
        detail:
          """
          \(sweep.adapter) (\(sweep.address)) asked for \(sweep.addresses) addresses within a \
          minute.
          """,
        measured: Double(sweep.addresses), threshold: context[minimum], unit: .addresses,
        packets: sweep.packets.all,
        filter: DisplayFilter.all("arp.opcode == 1", "arp.src.hw_mac == \(sweep.adapter)"))
    }
  }
}
