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

  /// The names of one address, with that apart which was read last: nearly all that is read repeats it.
  private struct Row: Sendable {
    private var latest: Entry
    private var latestHash: UInt64
    private var others: [Entry] = []

    init(_ entry: Entry, hash: UInt64) {
      latest = entry
      latestHash = hash
    }

    var all: [Entry] { [latest] + others }

    /// Notes that a name was read again; false if it is none of these.
    @inline(__always)
    mutating func repeats(_ name: String, _ source: String, _ hash: UInt64, time: Int64) -> Bool {
      if hash == latestHash {
        latest.time = max(latest.time, time)
        return true
      }
      return others.count > 0 && isAmongOthers(name, source, hash, time: time)
    }

    private mutating func isAmongOthers(
      _ name: String, _ source: String, _ hash: UInt64, time: Int64
    ) -> Bool {
      let name = HostName(name: bounded(name), source: source)
      guard let place = others.firstIndex(where: { $0.name == name }) else { return false }
      swap(&latest, &others[place])
      latest.time = max(latest.time, time)
      latestHash = hash
      return true
    }

    mutating func replace(with all: [Entry], latest place: Int, hash: UInt64) {
      latest = all[place]
      latestHash = hash
      others = all
      others.remove(at: place)
    }
  }

  private static let namesEach = 2

  private var names = KeyedTable<IPAddress, Row>()
  private let hash = FastHash()
  /// About what the names take in memory, and how much they may take.
  private var byteCount = 0
  let byteLimit: Int
  /// Names that found no room.
  private(set) var beyond: UInt64 = 0

  init(byteLimit: Int) { self.byteLimit = byteLimit }

  mutating func add(_ name: String, source: String, to address: IPAddress, time: Int64) {
    guard !name.isEmpty else { return }
    // Of 64 seeded bits: that two names share them does not happen.
    let hash = hash(name.hashed(by: hash), source.hashed(by: hash))
    let place = names.place(of: address)
    if let place, names[place: place].repeats(name, source, hash, time: time) { return }
    let entry = Entry(name: HostName(name: bounded(name), source: source), time: time)
    if let place {
      add(entry, hash, toRow: place)
    } else if hasRoom(for: Self.byteCount([entry])) {
      names.add(address, Row(entry, hash: hash))
    }
  }

  /// Takes so many bytes more, or counts a name that finds no room.
  private mutating func hasRoom(for change: Int) -> Bool {
    guard byteCount + change <= byteLimit else {
      beyond += 1
      return false
    }
    byteCount += change
    return true
  }

  /// Adds a name to those of an address that has others.
  private mutating func add(_ entry: Entry, _ hash: UInt64, toRow row: Int) {
    var known = names[place: row].all
    let before = Self.byteCount(known)
    known.append(entry)
    let rivals = known.indices.filter { known[$0].name.source == entry.name.source }
    if rivals.count > Self.namesEach,
      let last = rivals.max(by: { Self.precedes(known[$0], known[$1]) })
    {
      known.remove(at: last)
    }
    // An entry that is older than the two that are kept goes at once.
    guard let place = known.firstIndex(where: { $0.name == entry.name }),
      hasRoom(for: Self.byteCount(known) - before)
    else { return }
    names[place: row].replace(with: known, latest: place, hash: hash)
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
    for (address, row) in other.names.pairs {
      let entries = row.all
      let size = Self.byteCount(entries)
      if byteCount + size <= byteLimit, names.place(of: address) == nil {
        byteCount += size
        names.add(address, row)
        continue
      }
      for entry in entries {
        add(entry.name.name, source: entry.name.source, to: address, time: entry.time)
      }
    }
  }

  /// What a person wants to read first comes first.
  func names(of address: IPAddress) -> [HostName] {
    (names[address]?.all ?? []).sorted(by: Self.precedes).map(\.name)
  }
}
