/// Flows over TCP by what was seen of them.
package struct TCPFlowCounts: Equatable, Sendable {
  package var flows: UInt64 = 0
  /// Those of which one side alone was seen, although it acknowledged what the other had sent.
  package var oneSided: UInt64 = 0
  /// The first packets of some of these.
  package var oneSidedPackets = PacketNumbers()

  package init() {}

  mutating func add(_ flow: Flow, acknowledges: Bool) {
    flows += 1
    guard acknowledges, flow.fromLow.packets == 0 || flow.fromHigh.packets == 0 else { return }
    oneSided += 1
    oneSidedPackets.add(flow.firstNumber)
  }

  mutating func merge(_ other: TCPFlowCounts) {
    flows += other.flows
    oneSided += other.oneSided
    oneSidedPackets.merge(other.oneSidedPackets)
  }
}
