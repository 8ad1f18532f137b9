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

  /// A capture can hold no more paths of its own; later ones are counted at their outermost layer.
  package static let limit = 4096

  private(set) var keys: [Key] = []
  private(set) var counts: [Count] = []
  package private(set) var beyond: UInt64 = 0
  private var index = HashIndex()
  private let hash = FastHash()
  /// The path of the packet before: most packets have the same.
  private var latest = -1
  private var latestKey = Key(path: ProtocolPath(), unknown: .none)

  package init() {}

  @inline(__always)
  package mutating func add(_ path: ProtocolPath, unknown: UnknownProtocol, bytes: UInt64) {
    let key = Key(path: path, unknown: unknown)
    if latest < 0 || !(latestKey == key) {
      latest = place(of: key)
      latestKey = key
    }
    counts[latest].packets &+= 1
    counts[latest].bytes &+= bytes
  }

  private mutating func place(of key: Key) -> Int {
    let value = hash(key.path.fingerprint, UInt64(key.unknown.number))
    if let place = index.find(value, where: { keys[$0] == key }) { return place }
    if keys.count >= Self.limit, key.path.count > 1 || key.unknown != .none {
      beyond += 1
      return place(
        of: Key(path: ProtocolPath(Array(key.path.layers.prefix(1))), unknown: .none))
    }
    index.insert(value, place: keys.count)
    keys.append(key)
    counts.append(Count())
    return keys.count - 1
  }

  package mutating func merge(_ other: ProtocolTally) {
    beyond += other.beyond
    for (key, count) in zip(other.keys, other.counts) {
      let place = place(of: key)
      counts[place].packets += count.packets
      counts[place].bytes += count.bytes
    }
  }

  /// The hierarchy, depth first, most bytes first among siblings.
  package func nodes() -> [ProtocolNode] {
    var root = Branch(name: "", title: "")
    for (key, count) in zip(keys, counts) where count.packets > 0 {
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
