import PacketDecoding

/// Names of addresses and where they were read: of each address the first three in order of text, so that
/// neither order of packets nor workers show.
struct HostNameLog: Sendable {
  private static let addressLimit = 200_000
  private static let namesEach = 3

  private var names: [IPAddress: [HostName]] = [:]

  mutating func add(_ name: String, source: String, to address: IPAddress) {
    let entry = HostName(name: bounded(name), source: source)
    guard names.count < Self.addressLimit || names[address] != nil else { return }
    var known = names[address] ?? []
    guard !known.contains(entry) else { return }
    if known.count == Self.namesEach, let last = known.last, !Self.precedes(entry, last) { return }
    let place = known.firstIndex { Self.precedes(entry, $0) } ?? known.count
    known.insert(entry, at: place)
    names[address] = Array(known.prefix(Self.namesEach))
  }

  private static func precedes(_ left: HostName, _ right: HostName) -> Bool {
    (left.source, left.name) < (right.source, right.name)
  }

  mutating func merge(_ other: HostNameLog) {
    for (address, list) in other.names {
      for entry in list { add(entry.name, source: entry.source, to: address) }
    }
  }

  /// Sorted.
  func names(of address: IPAddress) -> [HostName] { names[address] ?? [] }
}
