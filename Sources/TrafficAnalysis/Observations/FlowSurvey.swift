import PacketDecoding

/// What flows tell of services and hosts, one flow after another.
struct FlowSurvey: Sendable {
  /// Segments that are stuck, at most.
  private static let stuckLimit = 4096

  private(set) var services = ServiceHealthTable()
  private(set) var paths = PathHealthTable()
  private(set) var tcpFlows = TCPFlowCounts()
  private(set) var attempts = AttemptLog()
  private(set) var stuck: [StuckSegment] = []
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
      FlowSides(flow.tcp, connections).isTrouble
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
    if let attempt = FailedAttempt(flow, connection) { attempts.add(attempt) }
    guard !paths.isEmpty, flow.history.contains(.data) else { return }
    let sides = FlowSides(flow.tcp, connections)
    paths.add(flow, sides)
    if !connections.stuck.isEmpty { addStuck(flow, sides, connections) }
  }

  private mutating func addStuck(
    _ flow: Flow, _ sides: FlowSides, _ connections: borrowing TCPTable
  ) {
    for isLow in [true, false] {
      guard let row = connections.stuck[TCPTable.id(flow.tcp, isLow: isLow)],
        let segment = StuckSegment(row, flow, isLow: isLow, sides)
      else { continue }
      stuck.append(segment)
    }
    if stuck.count >= 2 * Self.stuckLimit { stuck = firstStuck }
  }

  mutating func merge(_ other: FlowSurvey) {
    services.merge(other.services)
    paths.merge(other.paths)
    tcpFlows.merge(other.tcpFlows)
    logins.merge(other.logins)
    attempts.merge(other.attempts)
    stuck = Array((stuck + other.stuck).sorted(by: Self.comesFirst).prefix(Self.stuckLimit))
  }

  private var firstStuck: [StuckSegment] {
    Array(stuck.sorted(by: Self.comesFirst).prefix(Self.stuckLimit))
  }

  private static func comesFirst(_ left: StuckSegment, _ right: StuckSegment) -> Bool {
    (left.packets.first ?? 0, left.port) < (right.packets.first ?? 0, right.port)
  }

  func fill(_ observations: inout Observations) {
    let scans = ScanFinder(attempts.first)
    observations.scans = scans.survey
    observations.services = services.sorted(excusing: scans)
    observations.paths = paths.sorted
    observations.tcpFlows = tcpFlows
    observations.stuckSegments = firstStuck
    observations.shortLogins = logins.sorted
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
