import CaptureFormats
import PacketDecoding

/// The last while, pane by pane.
///
/// A packet counts in the pane of its own time, late or early. When there are too many panes, the one
/// that waits longest for a packet goes: with a clock that runs evenly the oldest, and with one that
/// was set, whatever time that was.
///
/// Flows stay open in the pane that packets come for, in the one before, and, where times go to and
/// fro, in others until there are too many; all other flows are sealed.
struct TrafficWindow: Sendable {
  let options: WindowOptions
  private let maxFlows: Int
  /// In the order in which they began.
  private(set) var panes: [WindowPane] = []
  /// When each pane last was the latest, counted in changes of the latest.
  private var turns: [UInt64] = []
  private var nextTurn: UInt64 = 0
  /// The pane of the packet before, and the times that fall into it.
  private var latest = -1
  private var latestStart: Int64 = 1
  private var latestEnd: Int64 = 0

  init(options: WindowOptions, maxFlows: Int) {
    self.options = options
    self.maxFlows = maxFlows
  }

  @inline(__always)
  mutating func add(_ packet: WindowPacket) {
    if packet.time < latestStart || packet.time > latestEnd { find(packet.time) }
    let bin = Int((packet.time &- latestStart) / options.binLength)
    panes[latest].add(packet, bin: min(max(bin, 0), options.binsPerPane - 1))
  }

  /// Adds to a flow of the pane in which the addition ends.
  @inline(__always)
  mutating func add(_ addition: PaneFlows.Addition, to flow: Flow, isEstablished: Bool) {
    if addition.lastTime < latestStart || addition.lastTime > latestEnd { find(addition.lastTime) }
    panes[latest].flows.add(addition, to: flow, isEstablished: isEstablished)
  }

  private mutating func find(_ time: Int64) {
    let number = options.pane(of: time)
    latest = panes.firstIndex { $0.number == number } ?? begin(number)
    nextTurn += 1
    turns[latest] = nextTurn
    if panes.reduce(0, { $0 + $1.flows.open.count }) > 3 * maxFlows { sealOld() }
    // The first and the last pane of all times are cut by what 64 bits hold.
    let start = number.multipliedReportingOverflow(by: options.paneLength)
    latestStart = start.overflow ? .min : start.partialValue
    let end = latestStart.addingReportingOverflow(options.paneLength - 1)
    latestEnd = end.overflow ? .max : end.partialValue
  }

  private mutating func begin(_ number: Int64) -> Int {
    if panes.count == options.maxPanes,
      let oldest = turns.indices.min(by: { turns[$0] < turns[$1] })
    {
      panes.remove(at: oldest)
      turns.remove(at: oldest)
    }
    sealOld()
    panes.append(WindowPane(number: number, options: options, maxFlows: maxFlows))
    turns.append(0)
    return panes.count - 1
  }

  /// Seals the flows of all panes but the latest, for which more may come.
  private mutating func sealOld() {
    for place in panes.indices where turns[place] < nextTurn { panes[place].flows.seal() }
  }
}
