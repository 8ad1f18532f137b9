import PacketDecoding

/// The application of one TCP connection while it is followed.
final class StreamState {
  /// A parser for each direction.
  struct Pair<Parser> {
    var client: Parser
    var server: Parser
  }

  /// Place of its flow.
  let flow: Int
  var http: Pair<HTTPStreamParser>?
  var tls: Pair<TLSStreamParser>?
  var dns: Pair<DNSStreamParser>?
  /// Of the protocols without a log of their own.
  var parser: (any ApplicationStreamParser)?
  var fromClient = StreamAssembler()
  var fromServer = StreamAssembler()
  /// Times of requests that were not answered yet.
  var requestTimes: [Int64] = []

  /// Nil for an application that no parser follows.
  init?(flow: Int, application: ProtocolID) {
    self.flow = flow
    switch application {
    case .http: http = Pair(client: HTTPStreamParser(), server: HTTPStreamParser())
    case .tls: tls = Pair(client: TLSStreamParser(), server: TLSStreamParser())
    case .dns: dns = Pair(client: DNSStreamParser(), server: DNSStreamParser())
    default:
      parser = ApplicationCatalog.entry(application)?.makeStreamParser()
      if parser == nil { return nil }
    }
  }

  /// True while bytes of either direction are held back behind a gap.
  var isWaiting: Bool { fromClient.isWaiting || fromServer.isWaiting }

  /// About what both directions hold back until the rest of it comes.
  var heldByteCount: Int {
    var count = fromClient.heldByteCount + fromServer.heldByteCount + requestTimes.count * 8
    if let http { count += http.client.heldByteCount + http.server.heldByteCount }
    if let tls { count += tls.client.heldByteCount + tls.server.heldByteCount }
    if let dns { count += dns.client.heldByteCount + dns.server.heldByteCount }
    if let parser { count += parser.heldByteCount }
    return count
  }

  /// True when nothing more is to be learnt from the stream.
  var isDone: Bool {
    if let http { return http.client.isDone && http.server.isDone }
    if let tls { return tls.client.isDone && tls.server.isDone }
    if let dns { return dns.client.isDone && dns.server.isDone }
    return parser?.isDone ?? true
  }
}
