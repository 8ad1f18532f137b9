import PacketDecoding
import TrafficAnalysis
package import Wording

/// Routers tell hosts different things.
package enum RivalRouters: FindingRule {
  package static let id = "ipv6-rival-routers"
  package static let title: Phrase = "IPv6 routers advertise different prefixes"
  package static let group = FindingGroup.link
  package static let definition = """
    Default routers of one network (adapters that advertise a router lifetime, at least twice and in the same \
    time) that have no prefix in common. Many of them, or one with a 6to4 prefix, as hosts that share a \
    connection have it, are a warning.
    """
  package static let advice: Phrase = """
    Find the adapter that is no router of yours, and let switches drop router advertisements from ports of hosts \
    (RA guard).
    """
  package static let source = "RFC 6104 (Rogue IPv6 Router Advertisement Problem Statement)"
  static let note = Threshold(id, "note", 2, .hosts, "with prefixes of their own, for a note")
  static let warning = Threshold(
    id, "warning", 5, .hosts, "with prefixes of their own, for a warning")
  package static let thresholds = [note, warning]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.headersCut, .clock]

  package static func findings(in context: FindingContext) -> [Finding] {
    let routers = context.observations.links.routers.filter {
      $0.advertisements > 1 && !$0.prefixes.isEmpty
    }
    let networks = Dictionary(grouping: routers) { $0.vlan ?? .max }
    return networks.values.compactMap { finding(of: $0, context) }
  }

  private static func finding(of routers: [AdvertisedRouter], _ context: FindingContext) -> Finding?
  {
    let rivals = routers.filter { one in routers.contains { one.isRival(of: $0) } }
    guard rivals.count > 1,
      let found = context.severity(of: Double(rivals.count), note: note, warning: warning)
    else { return nil }
    let isSharing = rivals.contains { $0.prefixes.contains { $0.address.high >> 48 == 0x2002 } }
    let list = rivals.prefix(5).map { rival -> Phrase in
      let prefixes: [Phrase] = rival.prefixes.prefix(2).map { "\($0)" }
      return "\(rival.adapter) \(prefixes.joined(separator: " and "))"
    }.joined(separator: ", ")
    var packets = PacketNumbers()
    for rival in rivals { packets.merge(rival.packets) }
    return Finding(
      Self.self, isSharing ? .warning : found.severity,
      subject: rivals[0].vlan.map { .name("VLAN \($0)") } ?? .capture,
      detail: "\(rivals.count) routers advertise prefixes of their own: \(list).",
      measured: Double(rivals.count), threshold: found.bound, unit: .hosts, packets: packets.all,
      filter: "icmpv6.type == 134")
  }
}

extension AdvertisedRouter {
  /// True if another adapter advertised other prefixes while this one did.
  fileprivate func isRival(of other: AdvertisedRouter) -> Bool {
    adapter != other.adapter && firstTime <= other.lastTime && other.firstTime <= lastTime
      && Set(prefixes).isDisjoint(with: other.prefixes)
  }
}
