/// The flows of several panes, those with the same key together.
///
/// Only places are kept, not the flows, of which there may be half a million.
struct MergedFlows {
  /// Flows that were in one table together.
  private enum Part {
    /// With where each flow begins.
    case sealed(SealedFlows, [UInt32])
    case open(ChunkedList<PaneFlow>)
  }

  private var parts: [Part] = []
  /// The number of each part's first entry when all are counted through.
  private var starts: [Int] = []
  /// From an entry to that of the same flow in a later part, or -1.
  private var next: [Int32] = []
  /// Entries that no earlier part has, in the order of panes.
  private var isFirst: [Bool] = []
  private(set) var count = 0

  /// `panes` in the order of time.
  init(_ panes: [PaneFlows]) {
    let total = panes.reduce(0) { $0 + $1.sealed.count + $1.open.count }
    next.reserveCapacity(total)
    for pane in panes {
      if pane.sealed.count > 0 {
        append(.sealed(pane.sealed, pane.sealed.offsets), count: pane.sealed.count)
      }
      if pane.open.count > 0 { append(.open(pane.open.flows), count: pane.open.count) }
    }
    isFirst = [Bool](repeating: true, count: next.count)
    link()
  }

  private mutating func append(_ part: Part, count: Int) {
    parts.append(part)
    starts.append(next.count)
    next.append(contentsOf: repeatElement(-1, count: count))
  }

  private mutating func link() {
    let hash = FastHash()
    var index = HashIndex()
    for part in parts.indices.reversed() {
      let end = part + 1 < starts.count ? starts[part + 1] : next.count
      for entry in starts[part]..<end {
        let key = key(entry)
        let value = key.hash(hash)
        if let later = index.find(value, where: { self.key($0) == key }) {
          next[entry] = Int32(later)
          isFirst[later] = false
          index.replace(value, old: later, with: entry)
        } else {
          index.insert(value, place: entry)
          count += 1
        }
      }
    }
  }

  private func part(of entry: Int) -> Int {
    var part = starts.count - 1
    while starts[part] > entry { part -= 1 }
    return part
  }

  private func key(_ entry: Int) -> FlowKey {
    let part = part(of: entry)
    switch parts[part] {
    case .sealed(let flows, let offsets): return flows.key(at: Int(offsets[entry - starts[part]]))
    case .open(let flows): return flows[entry - starts[part]].key
    }
  }

  private func flow(_ entry: Int) -> PaneFlow {
    let part = part(of: entry)
    switch parts[part] {
    case .sealed(let flows, let offsets): return flows.flow(at: Int(offsets[entry - starts[part]]))
    case .open(let flows): return flows[entry - starts[part]]
    }
  }

  /// Calls `body` with each flow as it is over all panes, and whether it was established.
  func visit(_ body: (Flow, Bool) -> Void) {
    for first in isFirst.indices where isFirst[first] {
      var merged = flow(first)
      var number = next[first]
      while number >= 0 {
        merged.add(flow(Int(number)))
        number = next[Int(number)]
      }
      body(merged.flow, merged.isEstablished)
    }
  }
}
