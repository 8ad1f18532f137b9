import PacketDecoding

/// Handshakes that come in datagrams.
extension ApplicationLayer {
  /// Follows a flow that has just been recognised, if its datagrams belong together.
  mutating func follow(_ flow: inout Flow, place: Int) {
    guard flow.application == .quic || flow.application == .dtls,
      let state = StreamState(flow: place, application: flow.application)
    else { return }
    flow.parser = streams.insert(state)
  }

  mutating func quicDatagram(
    _ packet: PacketContent, _ frame: RawSpan, _ flow: inout Flow, place: Int,
    fromClient: Bool, time: Int64
  ) -> Finding {
    var finding = Finding(application: .quic)
    guard let state = streams.state(flow.parser, flow: place), let quic = state.quic else {
      return finding
    }
    var events = QUICEvents()
    quic.connection.consume(frame.extracting(packet.payload), fromClient: fromClient, into: &events)
    logs.quic.add(events)
    record(events.tls, packet, state, &flow, time: time)
    if !events.tls.isEmpty { finding.inner.append(.tls) }
    return finding
  }

  /// A datagram of DTLS, or of what shares its ports.
  mutating func dtlsDatagram(
    _ packet: PacketContent, _ frame: RawSpan, _ flow: inout Flow, place: Int,
    fromClient: Bool, time: Int64
  ) -> Finding {
    let payload = frame.extracting(packet.payload)
    guard DTLSParser.recognizes(ByteReader(payload)) else {
      return sharedDatagram(packet, frame, &flow, place: place, fromClient: fromClient, time: time)
    }
    if flow.application != .dtls {
      flow.application = .dtls
      follow(&flow, place: place)
    }
    guard let state = streams.state(flow.parser, flow: place), state.dtls != nil else {
      return Finding(application: .dtls)
    }
    var events: [TLSEvent] = []
    if fromClient {
      state.dtls?.client.consume(payload, into: &events)
    } else {
      state.dtls?.server.consume(payload, into: &events)
    }
    record(events, packet, state, &flow, time: time)
    return Finding(application: .dtls)
  }

  private mutating func record(
    _ events: [TLSEvent], _ packet: PacketContent, _ state: StreamState,
    _ flow: inout Flow, time: Int64
  ) {
    let ends = packet.ends
    for event in events { record(event, ends, &state.tlsExchange, flow: &flow, time: time) }
    let standing = state.standing
    if standing.isDone {
      release(&flow)
    } else {
      streams.note(flow.parser, heldBytes: standing.heldByteCount)
    }
  }
}
