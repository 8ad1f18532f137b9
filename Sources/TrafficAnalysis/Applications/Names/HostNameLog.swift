import PacketDecoding

/// Names of addresses and where they were read, of each source the two latest of an address.
///
/// Which they are does not depend on the order in which workers saw them.
struct HostNameLog: Sendable {
  private struct Entry: Sendable {
    var name: HostName
    /// When it was read last, in nanoseconds.
    var time: Int64
  }

  private static let namesEach = 2

  private var names = KeyedTable<IPAddress, [Entry]>()
  /// About what the names take in memory, and how much they may take.
  private var byteCount = 0
  let byteLimit: Int
  /// Names that found no room.
  private(set) var beyond: UInt64 = 0

  init(byteLimit: Int) { self.byteLimit = byteLimit }

  mutating func add(_ name: String, source: String, to address: IPAddress, time: Int64) {
    guard !name.isEmpty else { return }
    add(Entry(name: HostName(name: bounded(name), source: source), time: time), to: address)
  }

  private mutating func add(_ entry: Entry, to address: IPAddress) {
    // Most packets repeat what is known.
    let index = names.place(of: address)
    if let index, let place = names[place: index].firstIndex(where: { $0.name == entry.name }) {
      if entry.time > names[place: index][place].time {
        names[place: index][place].time = entry.time
      }
      return
    }
    var known = index.map { names[place: $0] } ?? []
    let before = Self.byteCount(known)
    known.append(entry)
    let rivals = known.indices.filter { known[$0].name.source == entry.name.source }
    if rivals.count > Self.namesEach,
      let last = rivals.max(by: { Self.precedes(known[$0], known[$1]) })
    {
      known.remove(at: last)
    }
    let change = Self.byteCount(known) - before
    guard byteCount + change <= byteLimit else {
      beyond += 1
      return
    }
    byteCount += change
    names.update(address, limit: .max, adding: known) { $0 = known }
  }

  /// With what an array, and an entry of a dictionary, take beside the text.
  private static func byteCount(_ entries: [Entry]) -> Int {
    entries.isEmpty ? 0 : entries.reduce(128) { $0 + 72 + $1.name.name.utf8.count }
  }

  /// By the rank of the source, then the latest first.
  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    let (rank, other) = (left.name.rank, right.name.rank)
    if rank != other { return rank < other }
    return (right.time, left.name.source, left.name.name)
      < (left.time, right.name.source, right.name.name)
  }

  mutating func merge(_ other: HostNameLog) {
    beyond += other.beyond
    for (address, list) in other.names.pairs {
      for entry in list { add(entry, to: address) }
    }
  }

  /// What a person wants to read first comes first.
  func names(of address: IPAddress) -> [HostName] {
    (names[address] ?? []).sorted(by: Self.precedes).map(\.name)
  }
}
