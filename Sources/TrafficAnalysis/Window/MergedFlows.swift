/// The flows of several panes, those with the same key together.
///
/// Only places are kept, not the flows, of which there may be half a million.
struct MergedFlows {
  private let panes: [PaneFlows]
  /// The number of each pane's first entry when all are counted through.
  private var starts: [Int] = []
  /// From an entry to that of the same flow in a later pane, or -1.
  private var next: [Int32] = []
  /// Entries that no earlier pane has, in the order of panes.
  private var isFirst: [Bool] = []
  private(set) var count = 0

  /// `panes` in the order of time.
  init(_ panes: [PaneFlows]) {
    self.panes = panes
    for pane in panes {
      starts.append(next.count)
      next += [Int32](repeating: -1, count: pane.entries.count)
    }
    isFirst = [Bool](repeating: true, count: next.count)
    link()
  }

  private mutating func link() {
    let hash = FastHash()
    var index = HashIndex()
    for (number, pane) in panes.enumerated().reversed() {
      for place in 0..<pane.entries.count {
        let key = pane.entries[place].flow.key
        let value = key.hash(hash)
        let entry = starts[number] + place
        if let later = index.find(value, where: { self.entry($0).flow.key == key }) {
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

  private func entry(_ number: Int) -> PaneFlows.Entry {
    var pane = starts.count - 1
    while starts[pane] > number { pane -= 1 }
    return panes[pane].entries[number - starts[pane]]
  }

  /// Calls `body` with each flow as it is over all panes, and whether it was established.
  func visit(_ body: (Flow, Bool) -> Void) {
    for first in isFirst.indices where isFirst[first] {
      var merged = entry(first)
      var number = next[first]
      while number >= 0 {
        merged.add(entry(Int(number)))
        number = next[Int(number)]
      }
      body(merged.flow, merged.isEstablished)
    }
  }
}

extension PaneFlows.Entry {
  /// Adds the same flow in a later pane.
  fileprivate mutating func add(_ later: PaneFlows.Entry) {
    flow.fromLow.add(later.flow.fromLow)
    flow.fromHigh.add(later.flow.fromHigh)
    flow.firstTime = min(flow.firstTime, later.flow.firstTime)
    flow.lastTime = max(flow.lastTime, later.flow.lastTime)
    flow.follow(later.flow)
    isEstablished = later.isEstablished
  }
}

extension FlowDirection {
  fileprivate mutating func add(_ other: FlowDirection) {
    packets &+= other.packets
    bytes &+= other.bytes
    fragments &+= other.fragments
  }
}
