/// The framers of both directions.
struct MessageFramers: Sendable {
  private var client = MessageFramer()
  private var server = MessageFramer()

  /// Hands a direction's framer out, so that it can be changed without copying what it holds.
  mutating func take(fromClient: Bool) -> MessageFramer {
    var framer = MessageFramer()
    if fromClient { swap(&framer, &client) } else { swap(&framer, &server) }
    return framer
  }

  mutating func put(_ framer: consuming MessageFramer, fromClient: Bool) {
    if fromClient { client = framer } else { server = framer }
  }

  var areLost: Bool { client.isLost && server.isLost }
  var heldByteCount: Int { client.held.count + server.held.count }
}
