import PacketDecoding

/// Names of addresses and where they were read, at most three an address.
struct HostNameLog: Sendable {
  private static let addressLimit = 200_000
  private static let namesEach = 3

  private var names: [IPAddress: [HostName]] = [:]

  mutating func add(_ name: String, source: String, to address: IPAddress) {
    let entry = HostName(name: bounded(name), source: source)
    guard names.count < Self.addressLimit || names[address] != nil else { return }
    var known = names[address] ?? []
    guard known.count < Self.namesEach, !known.contains(entry) else { return }
    known.append(entry)
    names[address] = known
  }

  mutating func merge(_ other: HostNameLog) {
    for (address, list) in other.names {
      for entry in list { add(entry.name, source: entry.source, to: address) }
    }
  }

  /// Sorted, so that neither order of packets nor workers show.
  func names(of address: IPAddress) -> [HostName] {
    (names[address] ?? []).sorted { ($0.source, $0.name) < ($1.source, $1.name) }
  }
}
