import CaptureFormats
import PacketDecoding

/// Each packet goes into the window, if there is one, twice: its flow where that is known, and itself at
/// the end.
extension AnalyzerCore {
  mutating func addToWindow(
    _ record: PacketRecord, time: Int64, path: ProtocolPath, _ outcome: PacketOutcome
  ) {
    let fate: WindowPacket.Fate =
      packet.stop != nil ? .malformed : !packet.unknown.isNone ? .undecoded : .decoded
    window?.add(
      WindowPacket(
        time: time, bytes: UInt64(record.originalLength),
        capturedBytes: UInt64(record.capturedLength), fate: fate, path: path,
        unknown: outcome.unknown, deepest: outcome.path.last,
        ipProtocol: packet.ipVersion != 0 ? packet.ipProtocol : nil))
  }

  mutating func addToWindow(_ place: Int, fromLow: Bool, _ length: UInt32, time: Int64) {
    addToWindow(
      place,
      PaneFlows.Addition(
        fromLow: fromLow, packets: 1, bytes: UInt64(length), fragments: 0, firstTime: time,
        lastTime: time))
  }

  /// Adds fragments whose flow is known now.
  mutating func addToWindow(
    _ place: Int, fromLow: Bool, _ waiting: WaitingFragments, incomplete: UInt32
  ) {
    guard window != nil else { return }
    addToWindow(
      place,
      PaneFlows.Addition(
        fromLow: fromLow, packets: UInt64(waiting.packets), bytes: waiting.bytes,
        fragments: incomplete, firstTime: waiting.firstTime, lastTime: waiting.lastTime))
  }

  @inline(__always)
  private mutating func addToWindow(_ place: Int, _ addition: PaneFlows.Addition) {
    let tcp = flows.flows[place].tcp
    let isEstablished = tcp >= 0 && connections[Int(tcp)].isEstablished
    window?.add(addition, to: flows.flows[place], isEstablished: isEstablished)
  }
}
