/// Both directions of a connection of SIP or RTSP.
struct TextMessageParser: ApplicationStreamParser {
  private var client = TextMessageReader()
  private var server = TextMessageReader()
  private let note: @Sendable (TextMessage, Bool, inout ApplicationNotes) -> Void

  let isDone = false

  /// `note` takes each message, and whether the client sent it.
  init(_ note: @escaping @Sendable (TextMessage, Bool, inout ApplicationNotes) -> Void) {
    self.note = note
  }

  var heldByteCount: Int { client.heldByteCount + server.heldByteCount }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var reader = ByteReader(bytes)
    while let message = fromClient ? client.next(&reader) : server.next(&reader) {
      note(message, fromClient, &notes)
    }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client.skipGap(count) } else { server.skipGap(count) }
  }
}
