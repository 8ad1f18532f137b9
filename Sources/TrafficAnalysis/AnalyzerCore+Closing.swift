import PacketDecoding

extension AnalyzerCore {
  /// Closes the eighth of the flows that was idle for longest into the totals.
  mutating func closeIdleFlows() {
    var times: [(time: Int64, place: Int)] = []
    times.reserveCapacity(flows.live)
    for place in 0..<flows.flows.count where !flows.flows[place].isClosed {
      times.append((flows.flows[place].lastTime, place))
    }
    times.sort { ($0.time, $0.place) < ($1.time, $1.place) }
    for (_, place) in times.prefix(max(1, times.count / 8)) {
      let flow = flows.flows[place]
      hosts.add(flow, isEstablished: isEstablished(flow))
      applications.end(&flows.flows[place], place: place)
      if flow.tcp >= 0 {
        tcpAnalyzer.forget(UInt64(flow.tcp) << 1)
        tcpAnalyzer.forget(UInt64(flow.tcp) << 1 | 1)
        closeConnection(flow.tcp)
      }
      flows.remove(place)
      totals.closedFlows += 1
    }
  }

  func isEstablished(_ flow: Flow) -> Bool {
    flow.tcp >= 0 && connections[Int(flow.tcp)].isEstablished
  }
}
