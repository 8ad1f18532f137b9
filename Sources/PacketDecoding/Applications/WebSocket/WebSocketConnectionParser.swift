/// Counts the frames of both directions of a WebSocket connection.
struct WebSocketConnectionParser: ApplicationStreamParser {
  private var client = WebSocketStreamParser()
  private var server = WebSocketStreamParser()

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var frames: [WebSocketFrame] = []
    if fromClient {
      client.consume(bytes, into: &frames)
    } else {
      server.consume(bytes, into: &frames)
    }
    for frame in frames { Self.count(frame, fromClient: fromClient, in: &notes) }
  }

  private static func count(
    _ frame: WebSocketFrame, fromClient: Bool, in notes: inout ApplicationNotes
  ) {
    notes.count(WebSocket.frames, frame.opcode.description)
    if let code = frame.closeCode {
      notes.count(WebSocket.closeCodes, "\(code)")
      notes.info = "WebSocket Connection Close (\(code))"
    } else {
      notes.info = "WebSocket \(frame.opcode)"
    }
    guard frame.kind == .text || frame.kind == .binary else { return }
    notes.count(
      WebSocket.payloads, "\(frame.kind) to \(fromClient ? "server" : "client")",
      times: UInt64(frame.payloadByteCount))
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client.skipGap(count) } else { server.skipGap(count) }
  }

  var isDone: Bool { client.isDone && server.isDone }
  var heldByteCount: Int { client.heldByteCount + server.heldByteCount }
}
