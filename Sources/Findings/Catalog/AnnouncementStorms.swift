import PacketDecoding
import TrafficAnalysis
package import Wording

/// An adapter announces an address over and over.
package enum AnnouncementStorms: FindingRule {
  package static let id = "arp-announcement-storm"
  package static let title: Phrase = "An adapter announces an address over and over"
  package static let group = FindingGroup.link
  package static let definition = """
    Gratuitous ARP of one adapter for one address: the most within a minute.
    """
  package static let advice: Phrase = """
    Look for a loop, two hosts that defend one address, a cluster that fails over again and again, or a forger \
    of ARP.
    """
  package static let source =
    "RFC 5227 section 2.4 (defending an address at most every ten seconds)"
  static let minimum = Threshold(id, "warning", 100, .packets, "within a minute")
  package static let thresholds = [minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.duplicates, .headersCut, .clock]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.links.announcedAddresses.compactMap { row in
      guard Double(row.mostInMinute) >= context[minimum] else { return nil }
      return Finding(
        Self.self, .warning, subject: .adapter(row.adapter),
        detail: """
          \(row.adapter) announced \(row.address) \(row.announcements) times, \
          \(row.mostInMinute) of them within a minute.
          """,
        measured: Double(row.mostInMinute), threshold: context[minimum], unit: .packets,
        packets: row.packets.all,
        filter: DisplayFilter.all(
          DisplayFilter.adapter(row.adapter), "arp.isgratuitous == 1",
          "arp.src.proto_ipv4 == \(row.address)"))
    }
  }
}
