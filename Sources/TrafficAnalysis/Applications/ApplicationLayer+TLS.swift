import PacketDecoding

extension ApplicationLayer {
  /// Takes what came at `time`, or where `isLate` at an unknown time before; returns a line for the list
  /// of packets.
  mutating func record(
    _ event: TLSEvent, _ ends: MessageEnds, _ exchange: inout TLSExchange, flow: inout Flow,
    time: Int64, isLate: Bool = false
  ) -> String? {
    switch event {
    case .clientHello(let hello):
      logs.tls.add(hello, ends, &exchange, time: time, isLate: isLate)
      return note(hello, ends, flow: &flow, time: time)
    case .serverHello(let hello):
      logs.tls.add(hello, ends, &exchange, time: time, isLate: isLate)
      return note(hello, ends, time: time)
    case .certificate(let chain):
      logs.tls.certificates.add(
        chain, ends, isFromClient: exchange.isClient(ends, of: flow), time: time)
      return "Certificate"
    case .keyExchange(let keys):
      logs.tls.add(keys, row: exchange.row)
      return "Server Key Exchange, \(keys)"
    case .certificateRequest: logs.tls.addCertificateRequest()
    case .sessionTicket:
      logs.tls.addTicket()
      return "New Session Ticket"
    case .alert(let alert):
      logs.tls.add(alert, isFromClient: exchange.isClient(ends, of: flow), row: exchange.row)
      return "Alert: \(alert)"
    case .heartbeat(let heartbeat):
      logs.tls.add(heartbeat)
      return heartbeat.isRequest ? "Heartbeat Request" : "Heartbeat Response"
    }
    return nil
  }

  private mutating func note(
    _ hello: TLSClientHello, _ ends: MessageEnds, flow: inout Flow, time: Int64
  ) -> String {
    guard let name = hello.serverName else { return "Client Hello" }
    if flow.serverName < 0 { flow.serverName = serverNames.place(of: name) }
    logs.hostNames.add(name, source: "tls", to: ends.destination, time: time)
    return "Client Hello (SNI=\(bounded(name)))"
  }

  private mutating func note(
    _ hello: TLSServerHello, _ ends: MessageEnds, time: Int64
  ) -> String {
    if hello.isHelloRetryRequest { return "Hello Retry Request" }
    logs.security.add(hello, ends, time: time)
    return "Server Hello, \(hello.version), \(hello.cipherSuite)"
  }
}
