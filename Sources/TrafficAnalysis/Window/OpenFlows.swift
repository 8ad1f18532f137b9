/// Flows that packets may still come for, found by their key.
struct OpenFlows: Sendable {
  private(set) var flows = ChunkedList<PaneFlow>()
  private var index = HashIndex()
  private let hash = FastHash()

  var count: Int { flows.count }

  /// Adds to the flow that `known` is in the analyzer; false if it would be one more than `limit`.
  @inline(__always)
  mutating func add(
    _ addition: PaneFlows.Addition, to known: Flow, isEstablished: Bool, limit: Int
  ) -> Bool {
    guard let place = place(of: known.key, time: addition.firstTime, limit: limit) else {
      return false
    }
    flows[place].add(addition, known, isEstablished: isEstablished)
    return true
  }

  /// Adds a flow with its counts.
  mutating func add(_ flow: PaneFlow) {
    let value = flow.key.hash(hash)
    if let place = index.find(value, where: { flows[$0].key == flow.key }) {
      flows[place].add(flow)
    } else {
      index.insert(value, place: flows.count)
      flows.append(flow)
    }
  }

  @inline(__always)
  private mutating func place(of key: FlowKey, time: Int64, limit: Int) -> Int? {
    let value = key.hash(hash)
    if let place = index.find(value, where: { flows[$0].key == key }) { return place }
    guard flows.count < limit else { return nil }
    index.insert(value, place: flows.count)
    flows.append(PaneFlow(key: key, time: time))
    return flows.count - 1
  }
}
