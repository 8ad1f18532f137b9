import PacketDecoding

/// The application of one TCP connection while it is followed.
final class StreamState {
  /// A parser for each direction; an object, because parsers are big and looked at with every segment.
  final class Pair<Parser> {
    var client: Parser
    var server: Parser

    init(client: Parser, server: Parser) {
      self.client = client
      self.server = server
    }
  }

  /// A connection of QUIC, kept in the same way.
  final class QUICFollower {
    var connection = QUICConnection()
  }

  /// Place of its flow.
  let flow: Int
  let http: Pair<HTTPStreamParser>?
  let http2: Pair<HTTP2StreamParser>?
  let tls: Pair<TLSStreamParser>?
  let dns: Pair<DNSStreamParser>?
  let dtls: Pair<DTLSParser>?
  let quic: QUICFollower?
  /// The handshake of TLS, DTLS or QUIC.
  var tlsExchange = TLSExchange(transport: .tcp)
  /// Bytes of TLS that were counted as clear text.
  private var countedClearBytes = 0
  /// Of the protocols without a log of their own.
  let parser: (any HeldParser)?
  var fromClient = StreamAssembler()
  var fromServer = StreamAssembler()
  /// The requests of HTTP that wait for the end of their responses.
  var exchange = HTTPExchange()
  var pairing = HTTPPairing()
  /// What came behind the end of HTTP/1 in the segment that ended it.
  var rest: [UInt8] = []
  /// The sequence numbers behind the last byte of each direction, once they are known.
  var clientEnd: UInt32?
  var serverEnd: UInt32?

  /// Nil for an application that no parser follows.
  init?(flow: Int, application: ProtocolID) {
    self.flow = flow
    http =
      application == .http ? Pair(client: HTTPStreamParser(), server: HTTPStreamParser()) : nil
    http2 =
      application == .http2 ? Pair(client: HTTP2StreamParser(), server: HTTP2StreamParser()) : nil
    tls = application == .tls ? Pair(client: TLSStreamParser(), server: TLSStreamParser()) : nil
    dns = application == .dns ? Pair(client: DNSStreamParser(), server: DNSStreamParser()) : nil
    dtls = application == .dtls ? Pair(client: DTLSParser(), server: DTLSParser()) : nil
    quic = application == .quic ? QUICFollower() : nil
    switch application {
    case .http, .http2, .tls, .dns: parser = nil
    case .dtls:
      parser = nil
      tlsExchange = TLSExchange(transport: .dtls)
    case .quic:
      parser = nil
      tlsExchange = TLSExchange(transport: .quic)
    default:
      parser = ApplicationCatalog.entry(application)?.makeStreamParser()?.held
      if parser == nil { return nil }
    }
  }

  /// Whether nothing is missing of a direction whose sender has closed it.
  func isComplete(fromClient isFromClient: Bool) -> Bool {
    guard let end = isFromClient ? clientEnd : serverEnd else { return false }
    return isFromClient ? fromClient.isComplete(to: end) : fromServer.isComplete(to: end)
  }

  /// True while bytes of either direction are missing before others, or before its end.
  var isWaiting: Bool {
    fromClient.isWaiting || fromServer.isWaiting
      || clientEnd.map { !fromClient.isComplete(to: $0) } ?? false
      || serverEnd.map { !fromServer.isComplete(to: $0) } ?? false
  }

  /// True for HTTP, some of whose messages end with their direction; its requests wait for an answer.
  var hasMessagesToItsEnd: Bool { http != nil || http2 != nil }

  /// How far both directions have come together.
  var standing: StreamStanding {
    var standing = standingOfParsers
    standing.heldByteCount +=
      fromClient.heldByteCount + fromServer.heldByteCount + exchange.heldByteCount
    return standing
  }

  /// The same without what waits outside the parsers, of which a stream has one kind. Each kind asks
  /// its own parsers: by way of a protocol they would be copied to be asked, with every segment.
  private var standingOfParsers: StreamStanding {
    if let parser { return parser.standing }
    if let http {
      return StreamStanding(
        isDone: http.client.isDone && http.server.isDone,
        heldByteCount: http.client.heldByteCount + http.server.heldByteCount)
    }
    if let tls {
      return StreamStanding(
        isDone: tls.client.isDone && tls.server.isDone,
        heldByteCount: tls.client.heldByteCount + tls.server.heldByteCount)
    }
    if let http2 {
      return StreamStanding(
        isDone: false, heldByteCount: http2.client.heldByteCount + http2.server.heldByteCount)
    }
    if let dns {
      return StreamStanding(
        isDone: dns.client.isDone && dns.server.isDone,
        heldByteCount: dns.client.heldByteCount + dns.server.heldByteCount)
    }
    if let dtls {
      return StreamStanding(
        isDone: dtls.client.isDone && dtls.server.isDone,
        heldByteCount: dtls.client.heldByteCount + dtls.server.heldByteCount)
    }
    if let quic {
      return StreamStanding(
        isDone: quic.connection.isDone, heldByteCount: quic.connection.heldByteCount)
    }
    return StreamStanding(isDone: true, heldByteCount: 0)
  }

  /// Bytes of TLS in clear text since the last time.
  func takeClearBytes() -> Int {
    guard let tls else { return 0 }
    let all = tls.client.clearByteCount + tls.server.clearByteCount
    defer { countedClearBytes = all }
    return all - countedClearBytes
  }
}
