import PacketDecoding

/// What the parsers of a stream said about one segment.
struct StreamEvents {
  var http: [HTTPEvent] = []
  var tls: [TLSEvent] = []
  var dns: [DNSMessage] = []
  var notes: ApplicationNotes

  init(_ ends: MessageEnds, time: Int64) { notes = ApplicationNotes(ends, time: time) }

  mutating func consume(_ bytes: RawSpan, _ state: StreamState, fromClient: Bool) {
    if state.parser != nil {
      state.parser?.consume(bytes, fromClient: fromClient, into: &notes)
    } else if fromClient {
      _ = state.http?.client.consume(bytes, into: &http)
      state.tls?.client.consume(bytes, into: &tls)
      state.dns?.client.consume(bytes, into: &dns)
    } else {
      _ = state.http?.server.consume(bytes, into: &http)
      state.tls?.server.consume(bytes, into: &tls)
      state.dns?.server.consume(bytes, into: &dns)
    }
  }

  mutating func skip(_ count: Int, _ state: StreamState, fromClient: Bool) {
    if state.parser != nil {
      state.parser?.skipGap(count, fromClient: fromClient)
    } else if fromClient {
      state.http?.client.skipGap(count, into: &http)
      state.tls?.client.skipGap(count, into: &tls)
      state.dns?.client.skipGap(count)
    } else {
      state.http?.server.skipGap(count, into: &http)
      state.tls?.server.skipGap(count, into: &tls)
      state.dns?.server.skipGap(count)
    }
  }

  /// Takes what is complete only now that a direction has ended.
  mutating func finish(_ state: StreamState, fromClient: Bool) {
    if fromClient {
      state.http?.client.finish(into: &http)
    } else {
      state.http?.server.finish(into: &http)
    }
  }
}
