import PacketDecoding

/// What the parsers of a stream said about one segment.
struct StreamEvents {
  var http: [HTTPEvent] = []
  var http2: [HTTP2Event] = []
  var tls: [TLSEvent] = []
  var dns: [DNSMessage] = []
  var notes = ApplicationNotes()

  /// Forgets all, but keeps the memory for what comes next.
  mutating func removeAll() {
    if !http.isEmpty { http.removeAll(keepingCapacity: true) }
    if !http2.isEmpty { http2.removeAll(keepingCapacity: true) }
    if !tls.isEmpty { tls.removeAll(keepingCapacity: true) }
    if !dns.isEmpty { dns.removeAll(keepingCapacity: true) }
    notes.removeAll()
  }

  mutating func consume(_ bytes: RawSpan, _ state: StreamState, fromClient: Bool) {
    if let parsers = state.http {
      let count =
        fromClient
        ? parsers.client.consume(bytes, into: &http) : parsers.server.consume(bytes, into: &http)
      Self.keepRest(of: bytes, after: count, in: state)
    } else if let parsers = state.tls {
      if fromClient {
        parsers.client.consume(bytes, into: &tls)
      } else {
        parsers.server.consume(bytes, into: &tls)
      }
    } else if let parsers = state.http2 {
      consume(bytes, parsers, fromClient: fromClient)
    } else if let parsers = state.dns {
      if fromClient {
        parsers.client.consume(bytes, into: &dns)
      } else {
        parsers.server.consume(bytes, into: &dns)
      }
    } else {
      state.parser?.consume(bytes, fromClient: fromClient, into: &notes)
    }
  }

  private mutating func consume(
    _ bytes: RawSpan, _ parsers: StreamState.Pair<HTTP2StreamParser>, fromClient: Bool
  ) {
    let known = http2.count
    if fromClient {
      parsers.client.consume(bytes, into: &http2)
    } else {
      parsers.server.consume(bytes, into: &http2)
    }
    for event in http2.dropFirst(known) { event.count(in: &notes) }
  }

  private static func keepRest(of bytes: RawSpan, after count: Int, in state: StreamState) {
    guard count > 0, count < bytes.byteCount else { return }
    var reader = ByteReader(bytes, range: count..<bytes.byteCount)
    state.rest += (try? reader.readBytes(reader.remaining)) ?? []
  }

  mutating func skip(_ gap: StreamAssembler.Gap, _ state: StreamState, fromClient: Bool) {
    let count = gap.byteCount
    skipHTTP(gap, state, fromClient: fromClient)
    if state.parser != nil {
      state.parser?.skipGap(count, fromClient: fromClient)
    } else if fromClient {
      state.tls?.client.skipGap(count, into: &tls)
      state.dns?.client.skipGap(count)
    } else {
      state.tls?.server.skipGap(count, into: &tls)
      state.dns?.server.skipGap(count)
    }
  }

  private mutating func skipHTTP(
    _ gap: StreamAssembler.Gap, _ state: StreamState, fromClient: Bool
  ) {
    let count = gap.byteCount
    switch (fromClient, gap.isCut) {
    case (true, false): state.http?.client.skipGap(count, into: &http)
    case (true, true): state.http?.client.skipCut(count, into: &http)
    case (false, false): state.http?.server.skipGap(count, into: &http)
    case (false, true): state.http?.server.skipCut(count, into: &http)
    }
    if fromClient {
      state.http2?.client.skipGap(count, into: &http2)
    } else {
      state.http2?.server.skipGap(count, into: &http2)
    }
  }

  /// Takes what is complete only now that a direction has ended; `isClosed` if its sender said so,
  /// and nothing is missing before that.
  mutating func finish(_ state: StreamState, fromClient: Bool, isClosed: Bool = false) {
    if fromClient {
      state.http?.client.finish(isClosed: isClosed, into: &http)
      state.http2?.client.finish(into: &http2)
    } else {
      state.http?.server.finish(isClosed: isClosed, into: &http)
      state.http2?.server.finish(into: &http2)
    }
  }
}
