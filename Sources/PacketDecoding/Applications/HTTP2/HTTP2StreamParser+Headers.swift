extension HTTP2StreamParser {
  /// Adds the payload of a frame to the header block in hand, and reads that if it is complete.
  mutating func addToBlock(_ payload: ByteReader, into events: inout [HTTP2Event]) {
    guard let frame else { return }
    var payload = payload
    if frame.type != .continuation {
      guard beginBlock(frame, &payload) else { return lose() }
    }
    guard block.count + payload.remaining <= Self.headerLimit else { return lose() }
    block += (try? payload.readBytes(payload.remaining)) ?? []
    if frame.endsHeaders { endBlock(into: &events) }
  }

  /// Passes over what stands before the block (RFC 9113 sections 6.2 and 6.6), and what is behind.
  private mutating func beginBlock(
    _ frame: HTTP2FrameHeader, _ payload: inout ByteReader
  ) -> Bool {
    if frame.isPadded {
      guard let padding = try? payload.read(as: UInt8.self), Int(padding) <= payload.remaining
      else { return false }
      payload.limit(to: payload.remaining - Int(padding))
    }
    do {
      if frame.type == .pushPromise {
        promised = try payload.read(as: UInt32.self) & 0x7FFF_FFFF
      } else if frame.hasPriority {
        try payload.skip(5)
      }
    } catch { return false }
    blockFrame = frame
    return true
  }

  private mutating func endBlock(into events: inout [HTTP2Event]) {
    guard let first = blockFrame else { return }
    var fields = HTTP2HeaderBlock()
    let whole = block
    block = []
    blockFrame = nil
    decoder.decode(unsafe ByteReader(whole.span.bytes)) { fields.add($0) }
    if first.type == .pushPromise {
      if let request = fields.request { events.append(.promise(stream: promised, request)) }
    } else {
      report(fields, on: first.stream, into: &events)
      if first.endsStream, frame?.type == .continuation { end(first.stream, into: &events) }
    }
  }

  /// Trailers, which are neither request nor response, only end their message.
  private mutating func report(
    _ fields: HTTP2HeaderBlock, on stream: UInt32, into events: inout [HTTP2Event]
  ) {
    if let request = fields.request {
      events.append(.message(stream: stream, .request(request)))
    } else if let response = fields.response {
      events.append(.message(stream: stream, .response(response)))
      if response.isInterim { return }
    } else {
      return
    }
    guard open[stream] == nil else { return }
    if open.count == Self.streamLimit, let oldest = open.keys.min() {
      abandon(oldest, into: &events)
    }
    open[stream] = OpenMessage()
  }
}
