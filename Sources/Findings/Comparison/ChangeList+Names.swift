import TrafficAnalysis
internal import Wording

extension ChangeList {
  /// Names asked for in DNS, TLS and HTTP. Reverse names are addresses, and compared as hosts.
  mutating func compareNames() {
    comparePresence(.names, "uses", .messages, names(of: base), names(of: new))
  }

  private func names(of side: ComparedCapture) -> [String: Seen] {
    var names: [String: Seen] = [:]
    func add(_ name: String, _ count: UInt64, _ source: String) {
      guard !name.isEmpty, !name.hasSuffix(".arpa"), !Self.isAddress(name) else { return }
      names[name, default: Seen(0)].add(Seen(count, detail: "\(source)"))
    }
    let snapshot = side.snapshot
    for row in snapshot.dns.allNames.rows { add(row.name, max(row.queries, row.responses), "DNS") }
    for row in snapshot.tls.serverNames.rows { add(row.name.lowercased(), row.clientHellos, "TLS") }
    for row in snapshot.http.hosts.rows { add(row.name, row.requests, "HTTP") }
    return names
  }

  /// A host in HTTP that is no name: digits and points, or brackets, with or without a port.
  private static func isAddress(_ name: String) -> Bool {
    name.hasPrefix("[")
      || name.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: ":")).contains($0) || $0 == 46 }
  }

  mutating func compareUserAgents() {
    comparePresence(
      .userAgents, "requests", .requests, tallies(base.snapshot.http.userAgents),
      tallies(new.snapshot.http.userAgents))
  }

  func tallies(_ tallies: [Tally]) -> [String: Seen] {
    Dictionary(tallies.map { ($0.name, Seen($0.count)) }) { first, _ in first }
  }
}
