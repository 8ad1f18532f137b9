/// The flows of one pane, at most a stated number of them.
///
/// Most panes are over, and their flows sealed. A packet that comes late, after that, goes into a table
/// beside them; a flow may then be in both.
struct PaneFlows: Sendable {
  /// What one packet, or several parts of a datagram, add to a flow.
  struct Addition {
    var fromLow: Bool
    var packets: UInt64
    var bytes: UInt64
    var fragments: UInt32
    var firstTime: Int64
    var lastTime: Int64
  }

  private(set) var sealed = SealedFlows()
  private(set) var open = OpenFlows()
  /// Packets of flows that found no room.
  private(set) var beyond: UInt64 = 0
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Adds to the flow that `known` is in the analyzer.
  @inline(__always)
  mutating func add(_ addition: Addition, to known: Flow, isEstablished: Bool) {
    let added = open.add(
      addition, to: known, isEstablished: isEstablished, limit: limit - sealed.count)
    if !added { beyond += addition.packets }
  }

  /// Packs all flows.
  mutating func seal() {
    guard open.count > 0 else { return }
    var flows = open
    if sealed.count > 0 {
      flows = OpenFlows()
      sealed.visit { flows.add($0) }
      for place in 0..<open.count { flows.add(open.flows[place]) }
    }
    sealed = SealedFlows(flows.flows)
    open = OpenFlows()
  }
}
