import PacketDecoding

extension ApplicationLayer {
  /// Looks at a segment with payload.
  @inline(__always)
  mutating func segment(
    _ packet: borrowing DecodedPacket, _ frame: RawSpan, flow: inout Flow, place: Int,
    fromClient: Bool, time: Int64
  ) -> Finding {
    if flow.application.isNone, flow.attempts < Self.attemptLimit {
      recognizeStream(packet, frame, flow: &flow, place: place)
    }
    guard let state = streams.state(flow.parser, flow: place) else {
      return Finding(application: flow.application)
    }
    let application = flow.application
    let info = follow(packet, frame, state: state, flow: &flow, fromClient: fromClient, time: time)
    if flow.application != application {
      change(&flow, place: place, state)
      return Finding(application: application, info: info)
    }
    if state.isDone {
      release(&flow)
    } else {
      streams.note(flow.parser, heldBytes: state.heldByteCount)
    }
    return Finding(application: flow.application, info: info)
  }

  private mutating func recognizeStream(
    _ packet: borrowing DecodedPacket, _ frame: RawSpan, flow: inout Flow, place: Int
  ) {
    let reader = ByteReader(frame.extracting(packet.payload))
    let announced = announced.application(of: flow)
    let found =
      announced.isNone
      ? StreamRecognizer.recognize(
        reader, serverPort: flow.serverPort, clientPort: flow.clientPort) : announced
    guard !found.isNone else {
      flow.attempts += 1
      return
    }
    flow.application = found
    if let state = StreamState(flow: place, application: found) {
      flow.parser = streams.insert(state)
    }
  }

  /// Follows what a flow carries from now on, where its assemblers stand.
  private mutating func change(_ flow: inout Flow, place: Int, _ old: StreamState) {
    release(&flow)
    guard let state = StreamState(flow: place, application: flow.application) else { return }
    state.fromClient = old.fromClient
    state.fromServer = old.fromServer
    flow.parser = streams.insert(state)
  }

  private mutating func release(_ flow: inout Flow) {
    streams.remove(flow.parser)
    flow.parser = -1
  }

  /// Ends what is followed of a flow that both sides have closed, unless a segment is still missing.
  mutating func close(_ flow: inout Flow, place: Int) {
    guard let state = streams.state(flow.parser, flow: place), !state.isWaiting else { return }
    end(&flow, place: place)
  }

  /// Ends what is followed of a flow that is over, with what was held back until now.
  mutating func end(_ flow: inout Flow, place: Int) {
    guard let state = streams.state(flow.parser, flow: place) else { return }
    for fromClient in [true, false] {
      var assembler = fromClient ? state.fromClient : state.fromServer
      let ends = MessageEnds(flow, fromClient: fromClient)
      var events = StreamEvents(ends, time: flow.lastTime)
      assembler.finish(
        deliver: { events.consume($0, state, fromClient: fromClient) },
        gap: { events.skip($0, state, fromClient: fromClient) })
      events.finish(state, fromClient: fromClient)
      _ = record(events, ends, state: state, flow: &flow, time: flow.lastTime, isLate: true)
    }
    release(&flow)
  }

  private mutating func follow(
    _ packet: borrowing DecodedPacket, _ frame: RawSpan, state: StreamState, flow: inout Flow,
    fromClient: Bool, time: Int64
  ) -> String? {
    let payload = frame.extracting(packet.payload)
    var assembler = fromClient ? state.fromClient : state.fromServer
    if fromClient {
      state.fromClient = StreamAssembler()
    } else {
      state.fromServer = StreamAssembler()
    }
    let ends = MessageEnds(packet)
    var events = StreamEvents(ends, time: time)
    assembler.add(
      payload, sequence: packet.tcp.sequence, wireLength: packet.payloadLength,
      deliver: { events.consume($0, state, fromClient: fromClient) },
      gap: { events.skip($0, state, fromClient: fromClient) })
    if fromClient { state.fromClient = assembler } else { state.fromServer = assembler }
    return record(events, ends, state: state, flow: &flow, time: time, isLate: false)
  }

  /// Takes what came at `time`, or where `isLate` at an unknown time before.
  private mutating func record(
    _ events: StreamEvents, _ ends: MessageEnds, state: StreamState, flow: inout Flow, time: Int64,
    isLate: Bool
  ) -> String? {
    var info: String?
    for event in events.http {
      info = record(event, state: state, flow: &flow, time: time, isLate: isLate) ?? info
    }
    for event in events.tls { info = record(event, flow: &flow, time: time) ?? info }
    for message in events.dns {
      logs.dns.add(message, ends, time: time, isLate: isLate)
      nameHosts(message, time: time)
      info = Self.info(message)
    }
    take(events.notes, of: flow.application, flow: &flow)
    return events.notes.info ?? info
  }
}

// MARK: - Events

extension ApplicationLayer {
  private mutating func record(
    _ event: HTTPEvent, state: StreamState, flow: inout Flow, time: Int64, isLate: Bool
  ) -> String? {
    switch event {
    case .request(let request):
      logs.http.add(request)
      if state.requestTimes.count < 1000 { state.requestTimes.append(time) }
      state.http?.server.noteRequest(method: request.method)
      if flow.serverName < 0, let host = request.host {
        flow.serverName = serverNames.place(of: host)
      }
      return "\(bounded(request.method)) \(bounded(request.target)) \(request.version)"
    case .response(let response):
      let sent = state.requestTimes.isEmpty ? nil : state.requestTimes.removeFirst()
      logs.http.add(response, latency: isLate ? nil : sent.map { time &- $0 })
      if response.switchesProtocol { state.http?.client.stop() }
      return "\(response.version) \(response.status) \(bounded(response.reason))"
    case .end:
      return nil
    }
  }

  private mutating func record(_ event: TLSEvent, flow: inout Flow, time: Int64) -> String? {
    switch event {
    case .clientHello(let hello):
      logs.tls.add(hello, transport: "t")
      guard let name = hello.serverName else { return "Client Hello" }
      if flow.serverName < 0 { flow.serverName = serverNames.place(of: name) }
      logs.hostNames.add(name, source: "tls", to: flow.server, time: time)
      return "Client Hello (SNI=\(bounded(name)))"
    case .serverHello(let hello):
      logs.tls.add(hello)
      return "Server Hello, \(hello.version), \(hello.cipherSuite)"
    case .certificate: return "Certificate"
    case .alert(let alert): return "Alert: \(alert)"
    }
  }
}
