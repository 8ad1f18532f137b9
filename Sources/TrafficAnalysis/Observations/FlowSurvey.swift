import PacketDecoding

/// What flows tell of services and hosts, one flow after another.
struct FlowSurvey: Sendable {
  private(set) var services = ServiceHealthTable()
  private(set) var paths = PathHealthTable()
  private(set) var tcpFlows = TCPFlowCounts()
  private(set) var logins = LoginTable()

  /// Adds a flow that will not come again, because it is closed for want of room.
  mutating func addClosed(_ flow: Flow, _ connections: borrowing TCPTable) {
    prepare(flow, connections)
    add(flow, connections)
  }

  /// Tells what is to be counted of the flows to come.
  @inline(__always)
  mutating func prepare(_ flow: Flow, _ connections: borrowing TCPTable) {
    // A SYN that nobody answers is sent again, which says nothing of the path.
    guard flow.tcp >= 0, flow.history.contains(.data),
      let trouble = connections.trouble(of: flow.tcp),
      trouble.low.isTrouble || trouble.high.isTrouble
    else { return }
    paths.expect(flow)
  }

  mutating func add(_ flow: Flow, _ connections: borrowing TCPTable) {
    guard flow.tcp >= 0, !flow.isPortless else { return }
    let connection = connections[Int(flow.tcp)]
    let state = flow.state
    tcpFlows.add(flow, acknowledges: flow.acknowledges)
    if flow.isShortLogin(state) {
      logins.add(
        from: flow.client, to: flow.server, port: flow.serverPort, number: flow.firstNumber,
        time: flow.firstTime)
    }
    services.add(flow, state: state, connection: connection)
    if !paths.isEmpty, flow.history.contains(.data) {
      let trouble = connections.trouble(of: flow.tcp)
      paths.add(flow, low: trouble?.low ?? TCPCounts(), high: trouble?.high ?? TCPCounts())
    }
  }

  mutating func merge(_ other: FlowSurvey) {
    services.merge(other.services)
    paths.merge(other.paths)
    tcpFlows.merge(other.tcpFlows)
    logins.merge(other.logins)
  }

  func fill(_ observations: inout Observations) {
    observations.services = services.sorted
    observations.paths = paths.sorted
    observations.tcpFlows = tcpFlows
    observations.shortLogins = logins.sorted
  }
}

extension TCPCounts {
  fileprivate var isTrouble: Bool { retransmissions > 0 || zeroWindows > 0 }
}

extension TCPTable {
  /// What was found in what both ends sent; nil where no details were kept.
  fileprivate borrowing func trouble(of place: Int32) -> (low: TCPCounts, high: TCPCounts)? {
    let number = connections[Int(place)].details
    guard number >= 0 else { return nil }
    return (details[Int(number)].lowTrouble.counts, details[Int(number)].highTrouble.counts)
  }
}

extension Flow {
  /// Packets and nanoseconds in which a login can fail several times.
  private static let loginPackets: UInt64 = 60
  private static let loginTime: Int64 = 30_000_000_000

  /// True if it went to SSH, Telnet, RDP or VNC, carried data, and was soon over.
  fileprivate func isShortLogin(_ state: ConnectionState) -> Bool {
    switch serverPort {
    case 22, 23, 3389, 5900: break
    default: return false
    }
    guard packets <= Self.loginPackets, history.contains(.data),
      lastTime &- firstTime <= Self.loginTime
    else { return false }
    switch state {
    case .finished, .resetByClient, .resetByServer: return true
    default: return false
    }
  }

  /// True if one side acknowledged something, or answered a SYN.
  fileprivate var acknowledges: Bool {
    history.contains(.ack) || history.contains(.data) || history.contains(.synAck)
  }
}
