import PacketDecoding
import TrafficAnalysis
package import Wording

/// A host asks a resolver that the others do not.
package enum DNSUnusualServers: FindingRule {
  package static let id = "dns-unusual-server"
  package static let title: Phrase = "A host asks a name server of its own"
  package static let group = FindingGroup.names
  package static let definition = """
    Queries of a client for recursion to a server that it asks alone, or with few others, where at least half of \
    all clients ask one and the same. Clients that are asked themselves do not count, nor do servers on the \
    client itself, on the link or of a group (loopback, link-local and multicast addresses).
    """
  package static let advice: Phrase = """
    See which program on the host has a name server of its own: some browsers and devices do, and so does what \
    wants to pass by the filters of the network's.
    """
  package static let source = "MITRE ATT&CK T1071.004"
  static let minimum = Threshold(id, "warning", 5, .queries, "of the client to the server")
  static let clients = Threshold(id, "clients", 5, .hosts, "that ask name servers, at least")
  static let share = Threshold(id, "share", 10, .percent, "of the clients, or one, ask the server")
  package static let thresholds = [minimum, clients, share]
  /// Which servers hosts should ask only those know who run the network.
  package static let isOnByDefault = false

  package static func findings(in context: FindingContext) -> [Finding] {
    let uses = unicastUses(context.observations.names.resolverUses)
    let clients = UInt64(Set(uses.map(\.client)).count)
    let asking = Dictionary(grouping: uses, by: \.server).mapValues { UInt64($0.count) }
    guard Double(clients) >= context[Self.clients],
      let usual = asking.values.max(), usual * 2 >= clients
    else { return [] }
    return uses.compactMap { use in
      let others = asking[use.server] ?? 1
      guard others < usual, others == 1 || percent(others, of: clients) <= context[share],
        Double(use.queries) >= context[minimum]
      else { return nil }
      return Finding(
        Self.self, .warning, subject: .pair(use.client, use.server),
        detail: """
          \(use.client) sent \(use.queries) queries to \(use.server), which \(others) of \
          \(clients) clients ask; \(usual) ask one and the same.
          """,
        measured: Double(use.queries), threshold: context[minimum], unit: .queries,
        packets: use.packets.all,
        filter: DisplayFilter.all(
          DisplayFilter.from(use.client), DisplayFilter.to(use.server), "dns.flags.response == 0"))
    }
  }

  /// Without forwarders, which ask for others, and servers that are nobody's in particular.
  private static func unicastUses(_ uses: [ResolverUse]) -> [ResolverUse] {
    let asked = Set(uses.map(\.server))
    return uses.filter { use in
      !asked.contains(use.client)
        && !local.contains { $0.contains(use.server) || $0.contains(use.client) }
    }
  }

  private static let local = [
    "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "255.255.255.255", "::1", "fe80::/10",
    "ff00::/8",
  ].compactMap { AddressPrefix($0) }
}
