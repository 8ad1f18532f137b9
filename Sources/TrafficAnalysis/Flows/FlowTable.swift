import PacketDecoding

/// All flows, found by their key.
struct FlowTable: ~Copyable {
  private var index = HashIndex()
  private let hash = FastHash()
  var flows = ChunkedArray<Flow>()
  /// Flows that are in the index or finished, but not folded into the totals.
  var live: Int { flows.live }

  @inline(__always)
  func hashValue(_ key: FlowKey) -> UInt64 { key.hash(hash) }

  @inline(__always)
  func find(_ key: FlowKey, _ value: UInt64) -> Int? {
    index.find(value) { flows[$0].key == key }
  }

  /// Adds a flow; one with the same key stays as a record but is found no more.
  mutating func insert(_ flow: Flow, _ value: UInt64, replacing old: Int?) -> Int {
    let place = flows.insert(flow)
    if let old {
      index.replace(value, old: old, with: place)
    } else {
      index.insert(value, place: place)
    }
    return place
  }

  /// Forgets how to find flows, when none is looked for any more.
  mutating func dropIndex() { index = HashIndex() }

  /// Hands out all flows and frees their memory on the way.
  consuming func drain(_ body: (Flow) -> Void) { flows.drain(body) }

  /// Forgets a flow whose counts were taken into the totals.
  mutating func remove(_ place: Int) {
    index.remove(hashValue(flows[place].key), place: place)
    flows[place].isClosed = true
    flows.giveBack(place)
  }
}
