import PacketDecoding

extension ApplicationLayer {
  /// Takes what came at `time`, or where `isLate` at an unknown time before.
  mutating func record(
    _ event: TLSEvent, _ ends: MessageEnds, _ exchange: inout TLSExchange, flow: inout Flow,
    time: Int64, isLate: Bool = false
  ) {
    switch event {
    case .clientHello(let hello):
      logs.tls.add(hello, ends, &exchange, time: time, isLate: isLate)
      note(hello, ends, flow: &flow, time: time)
    case .serverHello(let hello):
      logs.tls.add(hello, ends, &exchange, time: time, isLate: isLate)
      note(hello, ends, time: time)
    case .certificate(let chain):
      logs.tls.certificates.add(
        chain, ends, isFromClient: exchange.isClient(ends, of: flow), time: time)
      say("Certificate")
    case .keyExchange(let keys):
      logs.tls.add(keys, row: exchange.row)
      say("Server Key Exchange, \(keys)")
    case .certificateRequest: logs.tls.addCertificateRequest()
    case .sessionTicket:
      logs.tls.addTicket()
      say("New Session Ticket")
    case .alert(let alert):
      logs.tls.add(alert, isFromClient: exchange.isClient(ends, of: flow), row: exchange.row)
      say("Alert: \(alert)")
    case .heartbeat(let heartbeat):
      logs.tls.add(heartbeat)
      say(heartbeat.isRequest ? "Heartbeat Request" : "Heartbeat Response")
    }
  }

  private mutating func note(
    _ hello: TLSClientHello, _ ends: MessageEnds, flow: inout Flow, time: Int64
  ) {
    guard let name = hello.serverName else { return say("Client Hello") }
    if flow.serverName < 0 { flow.serverName = serverNames.place(of: name) }
    logs.hostNames.add(name, source: "tls", to: ends.destination, time: time)
    say("Client Hello (SNI=\(bounded(name)))")
  }

  private mutating func note(
    _ hello: TLSServerHello, _ ends: MessageEnds, time: Int64
  ) {
    if hello.isHelloRetryRequest { return say("Hello Retry Request") }
    logs.security.add(hello, ends, time: time)
    say("Server Hello, \(hello.version), \(hello.cipherSuite)")
  }
}
