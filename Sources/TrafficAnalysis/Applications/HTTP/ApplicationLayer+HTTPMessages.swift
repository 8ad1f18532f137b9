import CaptureFormats
import PacketDecoding

/// Requests and responses of either version, and their ends.
extension ApplicationLayer {
  mutating func begin(
    _ request: HTTPRequest, _ number: UInt32, _ place: HTTPPlace, flow: inout Flow
  ) {
    logs.http.begin(request)
    if request.fields.hasPassword {
      logs.security.addPassword(.http, place.ends, time: place.time)
    }
    finish(
      place.state.exchange.begin(
        request, number: number, fromClient: place.fromClient, ends: place.ends, time: place.time))
    if flow.serverName < 0, let host = request.hostName {
      flow.serverName = serverNames.place(of: host)
    }
    say("\(bounded(request.method)) \(bounded(request.target)) \(request.version)")
  }

  mutating func begin(
    _ response: HTTPResponse, _ number: UInt32, _ place: HTTPPlace
  ) {
    say("\(response.version) \(response.status) \(bounded(response.reason))")
    // Another response to the same request follows.
    guard !response.isInterim else {
      logs.http.begin(response, latency: nil)
      if response.isComplete { logs.http.add(response, host: nil) }
      return
    }
    let latency = place.state.exchange.begin(
      response, number: number, fromClient: place.fromClient, ends: place.ends.reversed,
      time: place.time, isLate: place.isLate)
    logs.http.begin(response, latency: latency)
    let tells = place.state.exchange.update(number) { $0.tellsOfServer } ?? false
    logs.security.add(response, place.ends, delay: tells ? latency : nil)
  }

  /// Ends a message: that of the number which went in this direction.
  mutating func end(
    _ number: UInt32, bodyByteCount: Int, isWhole: Bool, _ place: HTTPPlace
  ) {
    let ended = place.state.exchange.update(number) { entry in
      entry.end(
        fromClient: place.fromClient, bodyByteCount: UInt64(clamping: max(0, bodyByteCount)),
        isWhole: isWhole)
    }
    guard let ended else { return }
    switch ended {
    case .request(let request) where isWhole: logs.http.add(request)
    case .response(let response, let host) where isWhole: logs.http.add(response, host: host)
    default: break
    }
    if place.state.exchange.isOver(number) { finish(place.state.exchange.remove(number)) }
  }

  /// Counts a request that nothing more will come of.
  mutating func finish(_ entry: HTTPExchange.Entry?) {
    guard let entry else { return }
    logs.http.addBodies(
      request: entry.requestBytes, response: entry.responseBytes, host: entry.hostName)
    logs.http.transactions.add(entry)
  }
}

extension HTTPTransaction {
  init(_ entry: HTTPExchange.Entry) {
    self.init(
      time: Timestamp(nanoseconds: entry.time), client: entry.ends.source,
      clientPort: entry.ends.sourcePort, server: entry.ends.destination,
      serverPort: entry.ends.destinationPort, number: entry.number,
      version: entry.request?.version ?? entry.response?.version ?? "")
    method = entry.request.map { bounded($0.method) }
    host = entry.request?.authority.map { bounded($0.inLowerCase) }
    target = entry.request.map { bounded($0.target) }
    userAgent = entry.request?.fields.userAgent.map(bounded)
    status = entry.response?.status
    contentType = entry.response?.fields.contentType.map(bounded)
    requestBytes = entry.requestBytes
    responseBytes = entry.responseBytes
    latencyNanoseconds = entry.latency
    isWhole = entry.isWhole && entry.isOver
  }
}
