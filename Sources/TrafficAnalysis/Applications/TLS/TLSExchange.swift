import PacketDecoding

/// What a connection remembers of its handshake until that is over.
struct TLSExchange: Sendable {
  let transport: TLSTransport
  /// Who sent the client hello, if one was seen.
  private(set) var client: TLSCertificate.Sender?
  /// When the newest client hello came; nil where that is not known.
  private(set) var helloTime: Int64?
  private(set) var sessionID: [UInt8] = []
  /// The handshake's place in the log, or -1.
  var row = -1
  /// Whether the server chose what the handshake goes on with.
  var isAnswered = false

  init(transport: TLSTransport) { self.transport = transport }

  mutating func note(_ hello: TLSClientHello, _ ends: MessageEnds, time: Int64?) {
    client = TLSCertificate.Sender(address: ends.source, port: ends.sourcePort)
    helloTime = time
    sessionID = hello.sessionID
  }

  /// Whether the sender of a message is the client; without a client hello, what the flow says.
  func isClient(_ ends: MessageEnds, of flow: Flow) -> Bool {
    guard let client else {
      return ends.source == flow.client && ends.sourcePort == flow.clientPort
    }
    return ends.source == client.address && ends.sourcePort == client.port
  }
}
