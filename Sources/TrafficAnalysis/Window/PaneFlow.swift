import PacketDecoding

/// A flow in one pane: the counts of the pane, and all else as it was at its last packet there.
struct PaneFlow: BitwiseCopyable, Sendable {
  var key: FlowKey
  var fromLow = FlowDirection()
  var fromHigh = FlowDirection()
  var firstTime: Int64
  var lastTime: Int64
  var history = ConnectionHistory()
  var serverName: Int32 = -1
  var application = ProtocolID.none
  var clientIsLow = true
  var lowState = EndpointState.inactive
  var highState = EndpointState.inactive
  var isEstablished = false

  init(key: FlowKey, time: Int64) {
    self.key = key
    firstTime = time
    lastTime = time
  }

  /// Adds what a packet brings; `known` is the flow in the analyzer after it.
  @inline(__always)
  mutating func add(_ addition: PaneFlows.Addition, _ known: Flow, isEstablished: Bool) {
    if addition.fromLow { fromLow.add(addition) } else { fromHigh.add(addition) }
    firstTime = min(firstTime, addition.firstTime)
    lastTime = max(lastTime, addition.lastTime)
    history = known.history
    serverName = known.serverName
    application = known.application
    clientIsLow = known.clientIsLow
    lowState = known.lowState
    highState = known.highState
    self.isEstablished = isEstablished
  }

  /// Adds the same flow in a later part of the time.
  mutating func add(_ later: PaneFlow) {
    var sum = later
    sum.fromLow.add(fromLow)
    sum.fromHigh.add(fromHigh)
    sum.firstTime = min(firstTime, later.firstTime)
    sum.lastTime = max(lastTime, later.lastTime)
    self = sum
  }

  /// The flow as the tables take it.
  var flow: Flow {
    var flow = Flow(key: key, time: firstTime, clientIsLow: clientIsLow)
    flow.fromLow = fromLow
    flow.fromHigh = fromHigh
    flow.lastTime = lastTime
    flow.history = history
    flow.serverName = serverName
    flow.application = application
    flow.lowState = lowState
    flow.highState = highState
    return flow
  }
}

extension FlowDirection {
  @inline(__always)
  fileprivate mutating func add(_ addition: PaneFlows.Addition) {
    add(
      packets: addition.packets, bytes: addition.bytes, fragments: UInt64(addition.fragments))
  }

  fileprivate mutating func add(_ other: FlowDirection) {
    add(packets: other.packets, bytes: other.bytes, fragments: other.fragments)
  }
}
