import CaptureFormats
import PacketDecoding

/// What one endpoint of a flow sent.
struct FlowDirection: BitwiseCopyable, Sendable {
  /// Packets in the lower 40 bits, fragments above them.
  private var counts: UInt64 = 0
  /// On the wire.
  private(set) var bytes: UInt64 = 0

  private static let fragmentShift: UInt64 = 40
  private static let packetMask: UInt64 = 1 << fragmentShift - 1
  private static let fragmentLimit: UInt64 = .max >> fragmentShift

  var packets: UInt64 { counts & Self.packetMask }
  /// Of these packets, those that hold a part of a datagram and did not complete it; more than
  /// 16,777,215 are not told apart from others.
  var fragments: UInt64 { counts >> Self.fragmentShift }

  @inline(__always)
  mutating func add(bytes: UInt32) {
    counts &+= 1
    self.bytes &+= UInt64(bytes)
  }

  mutating func add(packets: UInt64, bytes: UInt64, fragments: UInt64) {
    let all = min(self.fragments + fragments, Self.fragmentLimit)
    counts = (self.packets &+ packets) & Self.packetMask | all << Self.fragmentShift
    self.bytes &+= bytes
  }
}

/// One flow: everything that is kept for every one of them.
struct Flow: BitwiseCopyable, Sendable {
  var key: FlowKey
  /// What the lower endpoint sent, and the higher one.
  var fromLow = FlowDirection()
  var fromHigh = FlowDirection()
  var firstTime: Int64
  var lastTime: Int64
  var history = ConnectionHistory()
  /// Place of the TCP connection's record, or -1.
  var tcp: Int32 = -1
  /// Slot of the application parser that follows the flow, or -1.
  var parser: Int32 = -1
  // There are very many flows: what fits into a part of a word shares it with others.
  var nameLow: UInt16 = .max
  var nameHigh: UInt8 = .max
  var application = ProtocolID.none
  var shortNumber: UInt32
  /// Tells its last packet from the next.
  var print = PacketPrint()
  var states: UInt8 = 0
  var marks = FlowMarks()
  /// True if it has parts of datagrams, or cut-off headers, without ports.
  var isPortless: Bool { key.isPortless }

  init(key: FlowKey, time: Int64, number: UInt64 = 0, clientIsLow: Bool) {
    self.key = key
    // Of packets past four thousand million the number is not kept.
    shortNumber = UInt32(exactly: number) ?? 0
    firstTime = time
    lastTime = time
    self.clientIsLow = clientIsLow
  }

  var packets: UInt64 { fromLow.packets &+ fromHigh.packets }
  var bytes: UInt64 { fromLow.bytes &+ fromHigh.bytes }
  var fromClient: FlowDirection { clientIsLow ? fromLow : fromHigh }
  var fromServer: FlowDirection { clientIsLow ? fromHigh : fromLow }
  var client: IPAddress { clientIsLow ? key.low : key.high }
  var server: IPAddress { clientIsLow ? key.high : key.low }
  var clientPort: UInt16 { clientIsLow ? key.lowPort : key.highPort }
  var serverPort: UInt16 { clientIsLow ? key.highPort : key.lowPort }
  var clientState: EndpointState { clientIsLow ? lowState : highState }
  var serverState: EndpointState { clientIsLow ? highState : lowState }
}

/// Zeek's states of an endpoint.
enum EndpointState: UInt8, BitwiseCopyable, Sendable {
  case inactive, synSent, synAckSent, partial, established, closed, reset
}

extension Flow {
  /// Zeek's `conn_state` (scripts/base/protocols/conn).
  var state: ConnectionState {
    switch key.ipProtocol {
    case 6: tcpState
    case 17, 136: datagramState
    default: .other
    }
  }

  private var datagramState: ConnectionState {
    if fromClient.packets > 0 { return fromServer.packets > 0 ? .finished : .attempt }
    return fromServer.packets > 0 ? .serverClosedUnseenSYN : .other
  }

  private var tcpState: ConnectionState {
    let (client, server) = (clientState, serverState)
    let clientUnseen = client == .inactive || client == .partial
    let serverUnseen = server == .inactive || server == .partial
    if server == .reset {
      let silent = !history.contains(.data)
      if client == .synSent || client == .synAckSent || (client == .reset && silent) {
        return .rejected
      }
      return clientUnseen ? .serverResetUnseenSYN : .resetByServer
    }
    if client == .reset {
      guard serverUnseen else { return .resetByClient }
      return history.isSYNThenReset ? .attemptReset : .other
    }
    if client == .closed, server == .closed { return .finished }
    if client == .closed { return serverUnseen ? .attemptClosed : .closedByClient }
    if server == .closed { return clientUnseen ? .serverClosedUnseenSYN : .closedByServer }
    if client == .synSent, server == .inactive { return .attempt }
    return client == .established && server == .established ? .established : .other
  }
}
