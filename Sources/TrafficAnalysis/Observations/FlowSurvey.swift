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
    observations.services = services.sorted.map { scans.excused($0) }
    observations.paths = paths.sorted
    observations.tcpFlows = tcpFlows
    observations.stuckSegments = firstStuck
  }
}

extension Flow {
  /// True if one side acknowledged something, or answered a SYN.
  fileprivate var acknowledges: Bool {
    history.contains(.ack) || history.contains(.data) || history.contains(.synAck)
  }
}
