import PacketDecoding

/// Names of addresses and where they were read, the earliest three of an address.
///
/// Which three does not depend on the order in which workers saw them.
struct HostNameLog: Sendable {
  private struct Entry: Sendable {
    var name: HostName
    /// When it was read first, in nanoseconds.
    var time: Int64
  }

  private static let addressLimit = 200_000
  private static let namesEach = 3

  private var names: [IPAddress: [Entry]] = [:]

  mutating func add(_ name: String, source: String, to address: IPAddress, time: Int64) {
    add(Entry(name: HostName(name: bounded(name), source: source), time: time), to: address)
  }

  private mutating func add(_ entry: Entry, to address: IPAddress) {
    guard names.count < Self.addressLimit || names[address] != nil else { return }
    var known = names[address] ?? []
    if let place = known.firstIndex(where: { $0.name == entry.name }) {
      guard entry.time < known[place].time else { return }
      known.remove(at: place)
    }
    let place = known.firstIndex { Self.precedes(entry, $0) } ?? known.count
    guard place < Self.namesEach else { return }
    known.insert(entry, at: place)
    names[address] = Array(known.prefix(Self.namesEach))
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    (left.time, left.name.source, left.name.name) < (right.time, right.name.source, right.name.name)
  }

  mutating func merge(_ other: HostNameLog) {
    for (address, list) in other.names {
      for entry in list { add(entry, to: address) }
    }
  }

  /// Sorted by where they were read.
  func names(of address: IPAddress) -> [HostName] {
    (names[address] ?? []).map(\.name).sorted { ($0.source, $0.name) < ($1.source, $1.name) }
  }
}
