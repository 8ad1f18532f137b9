import TrafficAnalysis

/// Names of good captures, which become a list of those that are expected.
struct LearnedSet: Sendable {
  let name: String
  /// A set of the catalog.
  let set: String
  let comment: String

  /// Lists that are longer say nothing to a reader.
  static let limit = 200

  static let all: [LearnedSet] = [
    LearnedSet(
      name: "Only known servers", set: "servers",
      comment: "Who was asked; groups of receivers (multicast) as a whole."),
    LearnedSet(
      name: "Only known server names", set: "server_names",
      comment: "Names in hellos of TLS and QUIC, and in HTTP requests."),
    LearnedSet(
      name: "Only known ports", set: "ports",
      comment: "Ports of servers; those that systems give at random as a whole."),
    LearnedSet(
      name: "Only known protocols", set: "protocols",
      comment: "Protocols of all layers, and what every network needs: arp, icmp, icmpv6."),
    LearnedSet(
      name: "Only known applications", set: "applications",
      comment: "Application protocols that were recognised."),
    LearnedSet(
      name: "Only known TLS versions", set: "tls_versions", comment: "Versions that servers chose."),
  ]

  /// An entry of the file, a comment why there is none, or nothing where no capture has a member.
  func text(_ snapshots: [Snapshot]) -> String {
    guard let set = NameSetCatalog.set(set) else { return "" }
    let members = snapshots.map(set.members)
    let names = Set(members.flatMap { $0.members.map(\.text) }).sorted()
    guard !names.isEmpty else { return "" }
    if let gap = members.compactMap(\.gap).first { return missing("as \(gap)") }
    guard members.allSatisfy({ !$0.members.isEmpty }) else {
      return missing("as not every capture has them")
    }
    guard names.allSatisfy({ Self.isPlain($0, set.pattern) }) else {
      return missing("as some cannot be written in a list")
    }
    let entries = entries(of: names)
    guard entries.count <= Self.limit else {
      return missing("as there are \(entries.count) of them")
    }
    return """
        # \(comment)
        - name: \(name)
          only: \(self.set)
          are:
      \(entries.map { "      - \(YAMLText.quoted($0))\n" }.joined())
      """
  }

  private func missing(_ reason: String) -> String {
    "  # \(set) are not listed, \(reason).\n"
  }

  /// Whether it means itself in a list, and nothing else.
  private static func isPlain(_ name: String, _ kind: PatternKind) -> Bool {
    guard !name.contains("*"), name == name.trimmed,
      let pattern = try? kind.pattern(name, line: nil)
    else { return false }
    return pattern.matches(name)
  }

  /// What differs from capture to capture is taken as a whole.
  private func entries(of names: [String]) -> [String] {
    var result: Set<String> = []
    for name in names {
      switch set {
      case "servers": result.insert(Self.group(of: name) ?? name)
      case "ports": result.insert(Self.range(of: name) ?? name)
      default: result.insert(name)
      }
    }
    if set == "protocols" {
      if result.contains("eth") { result.insert("arp") }
      if result.contains("ip") { result.insert("icmp") }
      if result.contains("ipv6") { result.insert("icmpv6") }
    }
    return result.sorted { Self.precedes($0, $1) }
  }

  private static func group(of address: String) -> String? {
    guard let host = AddressPrefix(address) else { return nil }
    return ["224.0.0.0/4", "ff00::/8"].first {
      AddressPrefix($0)?.contains(host.address) ?? false
    }
  }

  /// Linux gives ports from 32768 on, others from 49152 on.
  private static func range(of port: String) -> String? {
    guard let range = PortRange(port), range.ports.lowerBound >= 32_768,
      let transport = range.transport
    else { return nil }
    return "32768-65535/\(transport)"
  }

  /// Addresses and ports by number, others by name.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    if let one = AddressPrefix(left), let other = AddressPrefix(right), one != other {
      return (one.address, one.length) < (other.address, other.length)
    }
    if let one = PortRange(left), let other = PortRange(right), one != other {
      return (one.ports.lowerBound, one.transport ?? "")
        < (other.ports.lowerBound, other.transport ?? "")
    }
    return left < right
  }
}
