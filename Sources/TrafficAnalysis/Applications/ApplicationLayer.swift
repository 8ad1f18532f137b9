import CaptureFormats
import PacketDecoding

/// Recognises applications, by content first and port second, and follows those that have a log.
struct ApplicationLayer {
  private(set) var logs: ApplicationLogs
  private(set) var serverNames: NameTable
  private(set) var streams: StreamTable

  /// Payload-bearing segments that are looked at before a stream counts as unknown.
  private static let attemptLimit: UInt8 = 4

  init(options: AnalysisOptions) {
    logs = ApplicationLogs(options: options)
    serverNames = NameTable(limit: options.maxNames)
    streams = StreamTable(limit: options.maxStreams, byteLimit: options.maxStreamBytes)
  }

  /// What the payload of a packet told.
  struct Finding {
    var application = ProtocolID.none
    /// A line for the list of packets.
    var info: String?
  }
}

// MARK: - Datagrams

extension ApplicationLayer {
  @inline(__always)
  mutating func datagram(
    _ packet: borrowing DecodedPacket, _ frame: RawSpan, flow: inout Flow, time: Int64
  ) -> Finding {
    guard packet.payload.count > 0 else { return Finding() }
    if flow.application.isNone, flow.attempts < Self.attemptLimit {
      flow.application = recognizeDatagram(packet, frame)
      if flow.application.isNone { flow.attempts += 1 }
    }
    switch flow.application {
    case .dns, .mdns, .llmnr: return dnsDatagram(packet, frame, flow: flow, time: time)
    default: return Finding(application: flow.application)
    }
  }

  private func recognizeDatagram(
    _ packet: borrowing DecodedPacket, _ frame: RawSpan
  ) -> ProtocolID {
    let reader = ByteReader(frame.extracting(packet.payload))
    let lower = min(packet.sourcePort, packet.destinationPort)
    let upper = max(packet.sourcePort, packet.destinationPort)
    // Of two known ports the lower is the older service, as Wireshark has it.
    let byPort =
      KnownPorts.udp(lower) != .none ? KnownPorts.udp(lower) : KnownPorts.udp(upper)
    return DatagramRecognizer.recognize(reader, byPort: byPort)
  }

  private mutating func dnsDatagram(
    _ packet: borrowing DecodedPacket, _ frame: RawSpan, flow: Flow, time: Int64
  ) -> Finding {
    var reader = ByteReader(frame.extracting(packet.payload))
    guard let message = try? DNSMessage(parsing: &reader) else {
      return Finding(application: flow.application)
    }
    switch flow.application {
    case .mdns: count(message, in: &logs.mdns)
    case .llmnr: count(message, in: &logs.llmnr)
    default: logs.dns.add(message, packet, time: time)
    }
    nameHosts(message, time: time)
    return Finding(application: flow.application, info: Self.info(message))
  }

  private func count(_ message: DNSMessage, in counters: inout DNSCounters) {
    if message.isResponse { counters.responses += 1 } else { counters.queries += 1 }
  }

  private mutating func nameHosts(_ message: DNSMessage, time: Int64) {
    guard message.isResponse else { return }
    // The name that was asked for says more than the alias it leads to.
    let asked = message.questions.first?.name
    for answer in message.answers {
      if case .address(let address) = answer.data {
        logs.hostNames.add(asked ?? answer.name, source: "dns", to: address, time: time)
      }
    }
  }

  private static func info(_ message: DNSMessage) -> String {
    let question = message.questions.first.map { " \($0.type) \(bounded($0.name))" } ?? ""
    guard message.isResponse else { return "Standard query" + question }
    let code = message.responseCode == .noError ? "" : " \(message.responseCode)"
    return "Standard query response" + code + question
  }
}

// MARK: - Streams

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
    let info = follow(packet, frame, state: state, flow: &flow, fromClient: fromClient, time: time)
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
    let found = StreamRecognizer.recognize(
      reader, serverPort: flow.serverPort, clientPort: flow.clientPort)
    guard !found.isNone else {
      flow.attempts += 1
      return
    }
    flow.application = found
    if let state = StreamState(flow: place, application: found) {
      flow.parser = streams.insert(state)
    }
  }

  private mutating func release(_ flow: inout Flow) {
    streams.remove(flow.parser)
    flow.parser = -1
  }

  /// Ends what is followed of a flow that is over.
  mutating func end(_ flow: inout Flow, place: Int) {
    if streams.state(flow.parser, flow: place) != nil { release(&flow) }
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
    var events = StreamEvents()
    assembler.add(
      payload, sequence: packet.tcp.sequence, wireLength: packet.payloadLength,
      deliver: { events.consume($0, state, fromClient: fromClient) },
      gap: { events.skip($0, state, fromClient: fromClient) })
    if fromClient { state.fromClient = assembler } else { state.fromServer = assembler }
    return record(events, packet, state: state, flow: &flow, time: time)
  }

  private mutating func record(
    _ events: StreamEvents, _ packet: borrowing DecodedPacket, state: StreamState,
    flow: inout Flow, time: Int64
  ) -> String? {
    var info: String?
    for event in events.http { info = record(event, state: state, flow: &flow, time: time) ?? info }
    for event in events.tls { info = record(event, flow: &flow, time: time) ?? info }
    for message in events.dns {
      logs.dns.add(message, packet, time: time)
      nameHosts(message, time: time)
      info = Self.info(message)
    }
    return info
  }
}

// MARK: - Events

extension ApplicationLayer {
  private mutating func record(
    _ event: HTTPEvent, state: StreamState, flow: inout Flow, time: Int64
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
      logs.http.add(response, latency: sent.map { time &- $0 })
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
