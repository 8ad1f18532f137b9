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

  private static let namesEach = 3

  private var names: [IPAddress: [Entry]] = [:]
  /// About what the names take in memory, and how much they may take.
  private var byteCount = 0
  let byteLimit: Int
  /// Names that found no room.
  private(set) var beyond: UInt64 = 0

  init(byteLimit: Int) { self.byteLimit = byteLimit }

  mutating func add(_ name: String, source: String, to address: IPAddress, time: Int64) {
    add(Entry(name: HostName(name: bounded(name), source: source), time: time), to: address)
  }

  private mutating func add(_ entry: Entry, to address: IPAddress) {
    var known = names[address] ?? []
    let before = Self.byteCount(known)
    if let place = known.firstIndex(where: { $0.name == entry.name }) {
      guard entry.time < known[place].time else { return }
      known.remove(at: place)
    }
    let place = known.firstIndex { Self.precedes(entry, $0) } ?? known.count
    guard place < Self.namesEach else { return }
    known.insert(entry, at: place)
    if known.count > Self.namesEach { known.removeLast() }
    let change = Self.byteCount(known) - before
    guard byteCount + change <= byteLimit else {
      beyond += 1
      return
    }
    byteCount += change
    names[address] = known
  }

  /// With what an array, and an entry of a dictionary, take beside the text.
  private static func byteCount(_ entries: [Entry]) -> Int {
    entries.isEmpty ? 0 : entries.reduce(128) { $0 + 72 + $1.name.name.utf8.count }
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    (left.time, left.name.source, left.name.name) < (right.time, right.name.source, right.name.name)
  }

  mutating func merge(_ other: HostNameLog) {
    beyond += other.beyond
    for (address, list) in other.names {
      for entry in list { add(entry, to: address) }
    }
  }

  /// Sorted by where they were read.
  func names(of address: IPAddress) -> [HostName] {
    (names[address] ?? []).map(\.name).sorted { ($0.source, $0.name) < ($1.source, $1.name) }
  }
}
