/// The handshakes of both peers; what follows is pieces of files.
struct BitTorrentParser: ApplicationStreamParser {
  /// Greeting, reserved bytes, hash of the torrent, name of the peer.
  private static let handshakeByteCount = 68

  private var client: HeldBytes? = HeldBytes()
  private var server: HeldBytes? = HeldBytes()

  var isDone: Bool { client == nil && server == nil }
  var heldByteCount: Int { (client?.count ?? 0) + (server?.count ?? 0) }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    guard var held = fromClient ? client : server else { return }
    var reader = ByteReader(bytes)
    held.take(Self.handshakeByteCount - held.count, from: &reader)
    let isWhole = held.count == Self.handshakeByteCount
    if isWhole { Self.read(held.reader, into: &notes) }
    if fromClient { client = isWhole ? nil : held } else { server = isWhole ? nil : held }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client = nil } else { server = nil }
  }

  private static func read(_ handshake: ByteReader, into notes: inout ApplicationNotes) {
    var message = handshake
    guard message.starts(with: BitTorrent.greeting) else { return }
    message.advance(28)
    guard let hash = try? message.readBytes(20) else { return }
    notes.count(BitTorrent.torrent, hash.hexadecimal)
    // A program and its version between hyphens, as most have it (BEP 20).
    notes.count(BitTorrent.client, PrintableText.string(message, limit: 8))
    notes.describe("Handshake")
  }
}
