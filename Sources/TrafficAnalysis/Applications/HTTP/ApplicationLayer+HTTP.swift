import PacketDecoding

extension ApplicationLayer {
  /// Takes what the parsers of HTTP said.
  mutating func recordHTTP(
    _ events: borrowing StreamEvents, _ place: HTTPPlace, flow: inout Flow
  ) {
    for event in events.http { record(event, place, flow: &flow) }
    for event in events.http2 { record(event, place, flow: &flow) }
  }

  /// Counts the requests that are still open, when no more of their connection will come.
  mutating func finishRequests(of state: StreamState) {
    for entry in state.exchange.removeAll() { finish(entry) }
  }

  // MARK: HTTP/1

  private mutating func record(
    _ event: HTTPEvent, _ place: HTTPPlace, flow: inout Flow
  ) {
    switch event {
    case .request(let request):
      let number = place.state.pairing.request(fromClient: place.fromClient)
      if place.fromClient {
        place.state.http?.server.noteRequest(method: request.method)
      } else {
        place.state.http?.client.noteRequest(method: request.method)
      }
      begin(request, number, place, flow: &flow)
    case .response(let response):
      let (number, lost) = place.state.pairing.response(
        fromClient: place.fromClient, isInterim: response.isInterim,
        // What comes late comes behind every request.
        followsGap: response.followsGap && !place.isLate)
      for number in lost { finish(place.state.exchange.remove(number)) }
      begin(response, number, place)
      if response.switchesProtocol, response.isComplete {
        change(response, number, place, flow: &flow)
      }
    case .end(let count, let isWhole):
      if let number = place.state.pairing.inHand(fromClient: place.fromClient) {
        end(number, bodyByteCount: count, isWhole: isWhole, place)
      }
    }
  }

  /// Notes what a connection carries behind a response: inside a tunnel that shows by itself.
  private mutating func change(
    _ response: HTTPResponse, _ number: UInt32, _ place: HTTPPlace, flow: inout Flow
  ) {
    let asked = place.state.exchange.update(number) { $0.request?.fields.upgrade } ?? nil
    let name = (response.fields.upgrade ?? asked ?? "").lowercased()
    flow.isInsideHTTP = true
    flow.attempts = 0
    switch name {
    case _ where response.status != 101: flow.application = .none
    case "websocket": flow.application = .websocket
    case "h2c":
      flow.application = .http2
      logs.http.add(response, host: nil)
      place.state.exchange.expectAnswer(to: number, on: 1)
    default: flow.application = .none
    }
    logs.http.addUpgrade(response.status == 101 ? name : "CONNECT")
  }

  // MARK: HTTP/2

  private mutating func record(
    _ event: HTTP2Event, _ place: HTTPPlace, flow: inout Flow
  ) {
    switch event {
    case .message(let stream, .request(let request)):
      begin(request, stream, place, flow: &flow)
    case .message(let stream, .response(let response)): begin(response, stream, place)
    case .message(let stream, .end(let count, let isWhole)):
      end(stream, bodyByteCount: count, isWhole: isWhole, place)
    case .promise(let stream, let request):
      // Nobody sends it: the server answers what it expects to be asked.
      var asked = place
      asked.fromClient.toggle()
      asked.ends = place.ends.reversed
      begin(request, stream, asked, flow: &flow)
      end(stream, bodyByteCount: 0, isWhole: true, asked)
    case .reset(let stream, let code):
      abandon(stream, place)
      say("HTTP/2 stream \(stream) reset (\(HTTP2Event.name(code)))")
    case .goAway(let code): say("HTTP/2 GOAWAY (\(HTTP2Event.name(code)))")
    case .frame(let type): say("HTTP/2 \(type)")
    }
  }

  /// Ends both messages of a stream that one side gave up.
  private mutating func abandon(_ stream: UInt32, _ place: HTTPPlace) {
    var events: [HTTP2Event] = []
    if place.fromClient {
      place.state.http2?.server.abandon(stream, into: &events)
    } else {
      place.state.http2?.client.abandon(stream, into: &events)
    }
    guard var entry = place.state.exchange.remove(stream) else { return }
    entry.isWhole = false
    finish(entry)
  }
}
