import PacketDecoding

extension ApplicationLayer {
  /// Looks at a segment with payload.
  @inline(__always)
  mutating func segment(
    _ packet: PacketContent, _ frame: RawSpan, flow: inout Flow, place: Int,
    fromClient: Bool, time: Int64
  ) -> Finding {
    if !flow.hasHello, beginsTLS(packet, frame) {
      beginTLS(&flow, place: place)
    } else if flow.application.isNone {
      recognizeStream(ByteReader(frame.extracting(packet.payload)), flow: &flow, place: place)
    }
    if case .tls = flow.application { logs.tls.add(payload: packet.payloadLength) }
    var finding = Finding(application: flow.application, isInsideHTTP: flow.isInsideHTTP)
    guard let state = streams.state(flow.parser, flow: place) else { return finding }
    follow(
      packet, frame, state: state, flow: &flow, fromClient: fromClient, time: time, &finding)
    if flow.application == finding.application {
      review(state, &flow)
    } else {
      change(&flow, place: place, state, packet.ends, fromClient: fromClient, time: time)
    }
    return finding
  }

  /// Follows a stream no further if nothing more is to be learnt from it.
  private mutating func review(_ state: StreamState, _ flow: inout Flow) {
    let standing = state.standing
    if standing.isDone {
      finishRequests(of: state)
      release(&flow)
    } else {
      streams.note(flow.parser, heldBytes: standing.heldByteCount)
    }
  }

  @inline(__always)
  private func beginsTLS(_ packet: PacketContent, _ frame: RawSpan) -> Bool {
    TLSStreamParser.beginsWithHello(ByteReader(frame.extracting(packet.payload)))
  }

  /// Follows TLS from here on, whatever the stream carried before: STARTTLS, a tunnel of HTTP or SOCKS.
  private mutating func beginTLS(_ flow: inout Flow, place: Int) {
    if let state = streams.state(flow.parser, flow: place) {
      finishRequests(of: state)
      release(&flow)
    }
    flow.hasHello = true
    flow.application = .tls
    guard let state = StreamState(flow: place, application: .tls) else { return }
    flow.parser = streams.insert(state)
  }

  private mutating func recognizeStream(
    _ reader: ByteReader, flow: inout Flow, place: Int
  ) {
    let found = recognizedStream(reader, flow: &flow)
    guard !found.isNone else { return }
    flow.application = found
    if let state = StreamState(flow: place, application: found) {
      flow.parser = streams.insert(state)
    }
  }

  private func recognizedStream(_ reader: ByteReader, flow: inout Flow) -> ProtocolID {
    guard flow.attempts < Self.attemptLimit else {
      return StreamRecognizer.recognizeLater(
        reader, serverPort: flow.serverPort, clientPort: flow.clientPort)
    }
    flow.attempts += 1
    let announced = announced.application(of: flow)
    guard announced.isNone else { return announced }
    return StreamRecognizer.recognize(
      reader, serverPort: flow.serverPort, clientPort: flow.clientPort)
  }

  /// Follows what a flow carries from now on, where its assemblers stand.
  private mutating func change(
    _ flow: inout Flow, place: Int, _ old: StreamState, _ ends: MessageEnds, fromClient: Bool,
    time: Int64
  ) {
    release(&flow)
    if let state = StreamState(flow: place, application: flow.application) {
      state.fromClient = old.fromClient
      state.fromServer = old.fromServer
      // HTTP/2 answers the request that asked for it.
      if state.http2 != nil { swap(&old.exchange, &state.exchange) }
      flow.parser = streams.insert(state)
    }
    finishRequests(of: old)
    let rest = old.rest
    guard !rest.isEmpty else { return }
    if flow.application.isNone {
      recognizeStream(unsafe ByteReader(rest.span.bytes), flow: &flow, place: place)
    }
    guard let state = streams.state(flow.parser, flow: place) else { return }
    quietly { layer in
      layer.withEvents(ends, time: time) { layer, events in
        unsafe events.consume(rest.span.bytes, state, fromClient: fromClient)
        layer.record(
          events, ends, state: state, flow: &flow, fromClient: fromClient, time: time,
          isLate: false)
      }
    }
  }

  mutating func release(_ flow: inout Flow) {
    streams.remove(flow.parser)
    flow.parser = -1
  }

  /// Notes that a packet closes its direction, which some messages take for their end.
  mutating func noteEnd(
    _ packet: PacketContent, flow: inout Flow, place: Int, fromClient: Bool, time: Int64
  ) {
    guard let state = streams.state(flow.parser, flow: place) else { return }
    let end = packet.sequence &+ UInt32(truncatingIfNeeded: packet.payloadLength)
    if fromClient { state.clientEnd = end } else { state.serverEnd = end }
    guard state.hasMessagesToItsEnd, state.isComplete(fromClient: fromClient) else { return }
    let ends = packet.ends
    quietly { layer in
      layer.withEvents(ends, time: time) { layer, events in
        events.finish(state, fromClient: fromClient, isClosed: true)
        layer.record(
          events, ends, state: state, flow: &flow, fromClient: fromClient, time: time,
          isLate: false)
      }
    }
    review(state, &flow)
  }

  /// Ends what is followed of a flow that both sides have closed, unless a segment is still missing.
  mutating func close(_ flow: inout Flow, place: Int) {
    guard let state = streams.state(flow.parser, flow: place), !state.isWaiting else { return }
    end(&flow, place: place)
  }

  /// Ends what is followed of a flow that is over, with what was held back until now.
  mutating func end(_ flow: inout Flow, place: Int) {
    guard let state = streams.state(flow.parser, flow: place) else { return }
    if state.hasMessagesToItsEnd || state.isWaiting {
      finish(state, &flow, fromClient: true)
      finish(state, &flow, fromClient: false)
      finishRequests(of: state)
    }
    release(&flow)
  }

  private mutating func finish(_ state: StreamState, _ flow: inout Flow, fromClient: Bool) {
    var assembler = fromClient ? state.fromClient : state.fromServer
    let ends = MessageEnds(flow, fromClient: fromClient)
    quietly { layer in
      layer.withEvents(ends, time: flow.lastTime) { layer, events in
        assembler.finish(
          deliver: { events.consume($0, state, fromClient: fromClient) },
          gap: { events.skip($0, state, fromClient: fromClient) })
        events.finish(state, fromClient: fromClient)
        layer.record(
          events, ends, state: state, flow: &flow, fromClient: fromClient, time: flow.lastTime,
          isLate: true)
      }
    }
  }

  private mutating func follow(
    _ packet: PacketContent, _ frame: RawSpan, state: StreamState, flow: inout Flow,
    fromClient: Bool, time: Int64, _ finding: inout Finding
  ) {
    let payload = frame.extracting(packet.payload)
    // Taken out while it works: it would be copied where its bytes go on to the state.
    var assembler = StreamAssembler()
    if fromClient {
      swap(&assembler, &state.fromClient)
    } else {
      swap(&assembler, &state.fromServer)
    }
    let ends = packet.ends
    withEvents(ends, time: time) { layer, events in
      assembler.add(
        payload, sequence: packet.sequence, wireLength: packet.payloadLength,
        deliver: { events.consume($0, state, fromClient: fromClient) },
        gap: { events.skip($0, state, fromClient: fromClient) })
      if fromClient { state.fromClient = assembler } else { state.fromServer = assembler }
      if state.isComplete(fromClient: fromClient) {
        events.finish(state, fromClient: fromClient, isClosed: true)
      }
      layer.record(
        events, ends, state: state, flow: &flow, fromClient: fromClient, time: time, isLate: false)
      finding.inner = events.notes.inner
    }
  }

  /// Takes what came at `time`, or where `isLate` at an unknown time before.
  private mutating func record(
    _ events: borrowing StreamEvents, _ ends: MessageEnds, state: StreamState, flow: inout Flow,
    fromClient: Bool, time: Int64, isLate: Bool
  ) {
    if state.hasMessagesToItsEnd {
      let place = HTTPPlace(
        state: state, fromClient: fromClient, ends: ends, time: time, isLate: isLate)
      recordHTTP(events, place, flow: &flow)
    }
    for event in events.tls {
      record(event, ends, &state.tlsExchange, flow: &flow, time: time, isLate: isLate)
    }
    for message in events.dns {
      addDNS(message, ends, time: time, isLate: isLate)
      logs.hostNames.add(message, source: "dns", time: time)
      if isTold { info = PacketInfo(message) }
    }
    logs.tls.addClear(bytes: state.takeClearBytes())
    take(events.notes, of: flow.application, flow: &flow, ends)
    if let text = events.notes.info { say(text) }
  }
}
