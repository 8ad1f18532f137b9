package import PacketDecoding

/// Packets and bytes by protocol path.
package struct ProtocolTally: Sendable {
  /// A path, and the number at which knowledge ended below it.
  struct Key: Sendable {
    var path: ProtocolPath
    var unknown: UnknownProtocol

    @inline(__always)
    static func == (left: Key, right: Key) -> Bool {
      left.path == right.path && left.unknown == right.unknown
    }
  }

  struct Count: Sendable {
    var packets: UInt64 = 0
    var bytes: UInt64 = 0
  }

  /// What one path came to since the line was its own.
  private struct Line: Sendable {
    var key: Key
    var place: Int
    var isBeyond = false
    var count = Count()

    /// Of a path that no packet has.
    static var unused: Line {
      var path = ProtocolPath()
      path.first = .max
      return Line(key: Key(path: path, unknown: .none), place: 0)
    }
  }

  /// A capture can hold no more paths of its own; later ones are counted at their outermost layer.
  package static let limit = 4096

  private var keys: [Key] = []
  private var counts: [Count] = []
  /// Packets whose path found no room.
  private var settledBeyond: UInt64 = 0
  private var index = HashIndex()
  private let hash = FastHash()
  /// Nearly all packets have one of a few paths: those are counted here, and added later.
  private var lines = InlineArray<32, Line>(repeating: .unused)

  package init() {}

  @inline(__always)
  package mutating func add(_ path: ProtocolPath, unknown: UnknownProtocol, bytes: UInt64) {
    let key = Key(path: path, unknown: unknown)
    let line = Int(truncatingIfNeeded: path.fingerprint >> 59)
    if !(lines[line].key == key) { fill(line, key) }
    lines[line].count.packets &+= 1
    lines[line].count.bytes &+= bytes
  }

  private mutating func fill(_ line: Int, _ key: Key) {
    settle(line)
    let (place, isBeyond) = place(of: key)
    lines[line] = Line(key: key, place: place, isBeyond: isBeyond)
  }

  private mutating func settle(_ line: Int) {
    let old = lines[line]
    guard old.count.packets > 0 else { return }
    counts[old.place].packets &+= old.count.packets
    counts[old.place].bytes &+= old.count.bytes
    if old.isBeyond { settledBeyond &+= old.count.packets }
    lines[line].count = Count()
  }

  /// With all packets in ``counts``.
  private var settled: ProtocolTally {
    var copy = self
    for line in lines.indices { copy.settle(line) }
    return copy
  }

  package var beyond: UInt64 { settled.settledBeyond }

  /// Where a path is counted, and whether it is its outermost layer that is.
  private mutating func place(of key: Key) -> (place: Int, isBeyond: Bool) {
    let value = hash(key.path.fingerprint, UInt64(key.unknown.number))
    if let place = index.find(value, where: { keys[$0] == key }) { return (place, false) }
    if keys.count >= Self.limit, key.path.count > 1 || key.unknown != .none {
      let outermost = ProtocolPath(Array(key.path.layers.prefix(1)))
      return (place(of: Key(path: outermost, unknown: .none)).place, true)
    }
    index.insert(value, place: keys.count)
    keys.append(key)
    counts.append(Count())
    return (keys.count - 1, false)
  }

  package mutating func merge(_ other: ProtocolTally) {
    let other = other.settled
    settledBeyond &+= other.settledBeyond
    for (key, count) in zip(other.keys, other.counts) {
      let (place, isBeyond) = place(of: key)
      counts[place].packets &+= count.packets
      counts[place].bytes &+= count.bytes
      if isBeyond { settledBeyond &+= count.packets }
    }
  }

  /// The hierarchy, depth first, most bytes first among siblings.
  package func nodes() -> [ProtocolNode] {
    let settled = settled
    var root = Branch(name: "", title: "")
    for (key, count) in zip(settled.keys, settled.counts) where count.packets > 0 {
      var steps = key.path.layers.map { ($0.filterName, $0.displayName) }
      if key.unknown != .none {
        let text = key.unknown.description
        steps.append((text, text))
      }
      root.add(steps[...], count)
    }
    var result: [ProtocolNode] = []
    root.flatten(prefix: "", into: &result)
    return result
  }

  private struct Branch {
    var name: String
    var title: String
    var count = Count()
    var children: [Branch] = []

    mutating func add(_ steps: ArraySlice<(String, String)>, _ added: Count) {
      count.packets += added.packets
      count.bytes += added.bytes
      guard let (name, title) = steps.first else { return }
      let place = children.firstIndex { $0.name == name } ?? children.count
      if place == children.count { children.append(Branch(name: name, title: title)) }
      children[place].add(steps.dropFirst(), added)
    }

    func flatten(prefix: String, into result: inout [ProtocolNode]) {
      let sorted = children.sorted { ($1.count.bytes, $0.name) < ($0.count.bytes, $1.name) }
      for child in sorted {
        let path = prefix.isEmpty ? child.name : prefix + "/" + child.name
        result.append(
          ProtocolNode(
            path: path, name: child.title, packets: child.count.packets, bytes: child.count.bytes))
        child.flatten(prefix: path, into: &result)
      }
    }
  }
}
