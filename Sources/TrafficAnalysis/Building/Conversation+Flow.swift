import CaptureFormats
import PacketDecoding

extension Conversation {
  /// A flow with what is known of its connection, and its server's name among `names`.
  init(_ flow: Flow, _ connections: borrowing TCPTable, _ names: NameTable) {
    self.init(flow, connections.measures(of: flow.tcp), serverName: names[flow.serverName])
  }

  init(_ flow: Flow, _ measures: TCPTable.Measures?, serverName: String?) {
    self.init(
      transport: TransportName.of(flow), client: flow.client, server: flow.server,
      start: Timestamp(nanoseconds: flow.firstTime))
    firstPacket = flow.firstNumber
    if TransportName.hasPorts(flow) {
      clientPort = flow.clientPort
      serverPort = flow.serverPort
    }
    let (client, server) = (flow.fromClient, flow.fromServer)
    packetsToServer = client.packets - client.fragments
    packetsToClient = server.packets - server.fragments
    fragmentsToServer = client.fragments
    fragmentsToClient = server.fragments
    bytesToServer = client.bytes
    bytesToClient = server.bytes
    durationNanoseconds = Timestamp(nanoseconds: flow.lastTime).nanoseconds(since: start)
    state = flow.state
    history = flow.history.text
    application = flow.application == .none ? nil : flow.application.filterName
    self.serverName = serverName
    if let measures { add(measures, clientIsLow: flow.clientIsLow) }
  }
}

extension TopRows where Row == Conversation {
  /// Conversations, most bytes first.
  static func ofConversations(limit: Int) -> TopRows {
    TopRows(
      limit: limit, rank: { -Int64(clamping: $0.bytes) }, precedes: Conversation.comesFirst)
  }

  /// Adds a flow if it is among the first; only then its row is made.
  @inline(__always)
  mutating func add(_ flow: Flow, _ row: () -> Conversation) {
    if wants({ Conversation.precedes(flow, $0) }) { add(row()) }
  }
}

extension Conversation {
  /// Most bytes first; what follows makes the order complete.
  static func comesFirst(_ left: Conversation, _ right: Conversation) -> Bool {
    if left.bytes != right.bytes { return left.bytes > right.bytes }
    if left.start != right.start { return left.start < right.start }
    if left.client != right.client { return left.client < right.client }
    if left.server != right.server { return left.server < right.server }
    let ports = (left.clientPort ?? 0, left.serverPort ?? 0)
    let others = (right.clientPort ?? 0, right.serverPort ?? 0)
    return ports != others ? ports < others : left.transport < right.transport
  }

  /// The same of a flow whose row is not made yet.
  fileprivate static func precedes(_ flow: Flow, _ row: Conversation) -> Bool {
    if flow.bytes != row.bytes { return flow.bytes > row.bytes }
    if flow.firstTime != row.start.nanoseconds { return flow.firstTime < row.start.nanoseconds }
    if flow.client != row.client { return flow.client < row.client }
    if flow.server != row.server { return flow.server < row.server }
    let hasPorts = TransportName.hasPorts(flow)
    let ports = hasPorts ? (flow.clientPort, flow.serverPort) : (0, 0)
    let others = (row.clientPort ?? 0, row.serverPort ?? 0)
    return ports != others ? ports < others : TransportName.of(flow) < row.transport
  }
}
