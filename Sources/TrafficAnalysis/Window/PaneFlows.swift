import PacketDecoding

/// The flows of one pane, at most a stated number of them.
struct PaneFlows: Sendable {
  /// A flow with the counts of the pane, and all else as it was at its last packet there.
  struct Entry: BitwiseCopyable, Sendable {
    var flow: Flow
    var isEstablished: Bool
  }

  /// What one packet, or several parts of a datagram, add to a flow.
  struct Addition {
    var fromLow: Bool
    var packets: UInt64
    var bytes: UInt64
    var fragments: UInt32
    var firstTime: Int64
    var lastTime: Int64
  }

  private(set) var entries = ChunkedList<Entry>()
  /// Packets of flows that found no room.
  private(set) var beyond: UInt64 = 0
  private var index = HashIndex()
  private let hash = FastHash()
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Adds to the flow that `known` is in the analyzer.
  @inline(__always)
  mutating func add(_ addition: Addition, to known: Flow, isEstablished: Bool) {
    guard let place = place(of: known, time: addition.firstTime) else {
      beyond += addition.packets
      return
    }
    Self.add(addition, to: &entries[place].flow, known)
    entries[place].isEstablished = isEstablished
  }

  @inline(__always)
  private mutating func place(of known: Flow, time: Int64) -> Int? {
    let value = known.key.hash(hash)
    if let place = index.find(value, where: { entries[$0].flow.key == known.key }) { return place }
    guard entries.count < limit else { return nil }
    index.insert(value, place: entries.count)
    entries.append(
      Entry(
        flow: Flow(key: known.key, time: time, clientIsLow: known.clientIsLow),
        isEstablished: false))
    return entries.count - 1
  }

  @inline(__always)
  private static func add(_ addition: Addition, to flow: inout Flow, _ known: Flow) {
    if addition.fromLow {
      flow.fromLow.packets &+= addition.packets
      flow.fromLow.bytes &+= addition.bytes
      flow.fromLow.fragments &+= addition.fragments
    } else {
      flow.fromHigh.packets &+= addition.packets
      flow.fromHigh.bytes &+= addition.bytes
      flow.fromHigh.fragments &+= addition.fragments
    }
    flow.firstTime = min(flow.firstTime, addition.firstTime)
    flow.lastTime = max(flow.lastTime, addition.lastTime)
    flow.follow(known)
  }
}

extension Flow {
  /// Takes over what another, later one knows beside its counts.
  mutating func follow(_ later: Flow) {
    fromLow.payload = later.fromLow.payload
    fromHigh.payload = later.fromHigh.payload
    history = later.history
    application = later.application
    clientIsLow = later.clientIsLow
    lowState = later.lowState
    highState = later.highState
    serverName = later.serverName
    isInsideHTTP = later.isInsideHTTP
  }
}
