import PacketDecoding

extension AnalyzerCore {
  /// Closing goes by portions, so that no packet waits long for it.
  private static let portion = 4096
  /// Flows whose times are looked at to tell how long an idle one is idle.
  private static let sampleSize = 4096
  /// What lies further ahead of now was seen before the clock was set back (nanoseconds).
  private static let tolerance: Int64 = 60_000_000_000

  /// Closes some of the eighth of the flows that was idle for longest into the totals.
  ///
  /// Above a few thousand flows, that eighth is told by a sample.
  mutating func closeIdleFlows(now: Int64) {
    let wanted = min(Self.portion, max(1, flows.live / 8))
    let limit = longIdleTime(now: now)
    var closed = 0
    for _ in 0..<flows.flows.count where closed < wanted {
      closingPlace = closingPlace + 1 < flows.flows.count ? closingPlace + 1 : 0
      let place = closingPlace
      if !flows.flows[place].isClosed, idleTime(place, now: now) >= limit {
        close(place)
        closed += 1
      }
    }
  }

  /// The time for which seven eighths of the flows were not idle.
  private func longIdleTime(now: Int64) -> Int64 {
    var times: [Int64] = []
    let step = (flows.flows.count + Self.sampleSize - 1) / Self.sampleSize
    for place in stride(from: 0, to: flows.flows.count, by: step)
    where !flows.flows[place].isClosed { times.append(idleTime(place, now: now)) }
    guard !times.isEmpty else { return 0 }
    times.sort(by: >)
    return times[max(1, times.count / 8) - 1]
  }

  @inline(__always)
  private func idleTime(_ place: Int, now: Int64) -> Int64 {
    let (idle, overflow) = now.subtractingReportingOverflow(flows.flows[place].lastTime)
    return overflow || idle < -Self.tolerance ? .max : max(0, idle)
  }

  private mutating func close(_ place: Int) {
    applications.end(&flows.flows[place], place: place)
    let flow = flows.flows[place]
    hosts.add(flow, isEstablished: isEstablished(flow))
    closedSurvey.addClosed(flow, connections)
    closedConversations.add(flow) { Conversation(flow, connections, applications.serverNames) }
    closedRankings.add(flow, connections) {
      Conversation(flow, connections, applications.serverNames)
    }
    if flow.tcp >= 0 { connections.close(flow.tcp) }
    flows.remove(place)
    totals.closedFlows += 1
  }

  /// Ends every stream that is still followed, when no more packets will come.
  mutating func endStreams() {
    for place in 0..<flows.flows.count where flows.flows[place].parser >= 0 {
      applications.end(&flows.flows[place], place: place)
    }
  }

  func isEstablished(_ flow: Flow) -> Bool {
    flow.tcp >= 0 && connections[Int(flow.tcp)].isEstablished
  }
}
