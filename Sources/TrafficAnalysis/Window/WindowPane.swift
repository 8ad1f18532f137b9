import CaptureFormats
import PacketDecoding

/// What came in one part of the window.
///
/// All its tables are copied on writing, so that handing it out costs nothing, and a pane that is over
/// is shared by everybody who has it.
struct WindowPane: Sendable {
  /// Counts panes since 1970.
  let number: Int64
  private(set) var accounting = Accounting()
  private(set) var bytes: UInt64 = 0
  private(set) var capturedBytes: UInt64 = 0
  private(set) var firstTime = Int64.max
  private(set) var lastTime = Int64.min
  private(set) var protocols = ProtocolTally()
  private(set) var transport = TransportTally()
  private(set) var sizes = PacketSizeTally()
  private(set) var timeline: PaneTimeline
  var flows: PaneFlows

  init(number: Int64, options: WindowOptions, maxFlows: Int) {
    self.number = number
    timeline = PaneTimeline(bins: options.binsPerPane)
    flows = PaneFlows(limit: maxFlows)
  }

  /// Counts a packet; `bin` is its place in the timeline.
  @inline(__always)
  mutating func add(_ packet: WindowPacket, bin: Int) {
    accounting.read &+= 1
    switch packet.fate {
    case .malformed: accounting.malformed &+= 1
    case .undecoded: accounting.undecoded &+= 1
    case .decoded: accounting.decoded &+= 1
    }
    bytes &+= packet.bytes
    capturedBytes &+= packet.capturedBytes
    firstTime = min(firstTime, packet.time)
    lastTime = max(lastTime, packet.time)
    protocols.add(packet.path, unknown: packet.unknown, bytes: packet.bytes)
    transport.add(packet.ipProtocol, bytes: packet.bytes)
    sizes.add(UInt32(truncatingIfNeeded: packet.bytes))
    timeline.add(bin, bytes: packet.bytes, protocol: packet.deepest)
  }
}
