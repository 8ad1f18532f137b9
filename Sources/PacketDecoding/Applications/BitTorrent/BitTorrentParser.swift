/// The handshakes of both peers; what follows is pieces of files.
struct BitTorrentParser: ApplicationStreamParser {
  /// Greeting, reserved bytes, hash of the torrent, name of the peer.
  private static let handshakeByteCount = 68

  private var client = MessageFramer(limit: handshakeByteCount)
  private var server = MessageFramer(limit: handshakeByteCount)
  private var hasClient = false
  private var hasServer = false

  var isDone: Bool { (hasClient || client.isLost) && (hasServer || server.isLost) }
  var heldByteCount: Int { client.heldByteCount + server.heldByteCount }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    guard !(fromClient ? hasClient : hasServer) else { return }
    var reader = ByteReader(bytes)
    let held =
      fromClient
      ? client.next(&reader) { _ in Self.handshakeByteCount }
      : server.next(&reader) { _ in Self.handshakeByteCount }
    guard let held else { return }
    if fromClient { hasClient = true } else { hasServer = true }
    var message = held.reader
    guard message.starts(with: BitTorrent.greeting) else { return }
    message.advance(28)
    guard let hash = try? message.readBytes(20) else { return }
    notes.count(BitTorrent.torrent, hash.hexadecimal)
    // A program and its version between hyphens, as most have it (BEP 20).
    notes.count(BitTorrent.client, PrintableText.string(message, limit: 8))
    notes.describe("Handshake")
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client.skipGap(count) } else { server.skipGap(count) }
  }
}
