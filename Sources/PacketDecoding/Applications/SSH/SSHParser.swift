/// Both directions of an SSH connection until they are encrypted.
struct SSHParser: ApplicationStreamParser {
  private struct Direction {
    var lines = LineReader(limit: 255)
    var packets = SSHPacketReader()
    var lineCount = 0
    var hasIdentified = false
    var offer: SSHKeyExchangeInit?
    var isDone = false
  }

  /// Numbers of messages (RFC 4253 section 12).
  private enum Message {
    static let keyExchangeInit: UInt8 = 20
    static let newKeys: UInt8 = 21
  }

  private var client = Direction()
  private var server = Direction()

  var isDone: Bool { client.isDone && server.isDone }

  var heldByteCount: Int {
    client.lines.heldByteCount + client.packets.heldByteCount
      + server.lines.heldByteCount + server.packets.heldByteCount
  }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    guard !(fromClient ? client.isDone : server.isDone) else { return }
    var direction = fromClient ? client : server
    // A copy that is alone with its memory.
    if fromClient { client = Direction() } else { server = Direction() }
    var reader = ByteReader(bytes)
    let who = fromClient ? "Client" : "Server"
    Self.identify(&direction, &reader, who, into: &notes)
    Self.readPackets(&direction, &reader, who, into: &notes)
    let hadOffer = (fromClient ? server : client).offer != nil
    if fromClient { client = direction } else { server = direction }
    if direction.offer != nil, hadOffer { choose(into: &notes) }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    // What follows is not known to be clear any more.
    if fromClient { client.isDone = true } else { server.isDone = true }
  }

  private static func identify(
    _ direction: inout Direction, _ reader: inout ByteReader, _ who: String,
    into notes: inout ApplicationNotes
  ) {
    while !direction.hasIdentified, !direction.isDone,
      let line = direction.lines.next(&reader)
    {
      direction.lineCount += 1
      if line.starts(withLowercase: "ssh-") {
        let version = line.text(limit: 255)
        notes.count(SSH.software, version)
        notes.describe("\(who): Protocol (\(version))")
        direction.hasIdentified = true
        // Packets of version 1 are others.
        direction.isDone = !(version.hasPrefix("SSH-2.0-") || version.hasPrefix("SSH-1.99-"))
      } else if direction.lineCount > 32 {
        direction.isDone = true
      }
    }
  }

  private static func readPackets(
    _ direction: inout Direction, _ reader: inout ByteReader, _ who: String,
    into notes: inout ApplicationNotes
  ) {
    while direction.hasIdentified, !direction.isDone,
      let packet = direction.packets.next(&reader)
    {
      let payload = packet.reader
      switch payload.peek(at: 5, as: UInt8.self) {
      case Message.keyExchangeInit:
        notes.describe("\(who): Key Exchange Init")
        readOffer(&direction, payload, isClient: who == "Client", into: &notes)
      case Message.newKeys:
        notes.describe("\(who): New Keys")
        direction.isDone = true
      default: break
      }
    }
    if direction.packets.isLost { direction.isDone = true }
  }

  private static func readOffer(
    _ direction: inout Direction, _ packet: ByteReader, isClient: Bool,
    into notes: inout ApplicationNotes
  ) {
    var reader = packet
    reader.advance(6)
    guard direction.offer == nil, let offer = try? SSHKeyExchangeInit(parsing: &reader) else {
      return
    }
    direction.offer = offer
    if isClient {
      notes.count(SSH.hassh, offer.hassh)
    } else {
      notes.count(SSH.hasshServer, offer.hasshServer)
    }
  }

  /// Counts what the two offers lead to.
  private mutating func choose(into notes: inout ApplicationNotes) {
    guard let mine = client.offer, let theirs = server.offer else { return }
    client.offer = nil
    let cipher = SSHKeyExchangeInit.chosen(
      client: mine.cipherToServer, server: theirs.cipherToServer)
    var choices: [(ApplicationField, String?)] = [
      (SSH.keyExchange, .chosen(mine.keyExchange, theirs.keyExchange)),
      (SSH.hostKey, .chosen(mine.hostKey, theirs.hostKey)),
      (SSH.cipher, cipher),
      (SSH.compression, .chosen(mine.compressionToServer, theirs.compressionToServer)),
    ]
    // These ciphers authenticate themselves, and no MAC is negotiated.
    let isAuthenticating = cipher.map { $0.contains("gcm") || $0.contains("poly1305") } ?? false
    if !isAuthenticating {
      choices.append((SSH.mac, .chosen(mine.macToServer, theirs.macToServer)))
    }
    for (field, choice) in choices { if let choice { notes.count(field, choice) } }
  }
}

extension String? {
  fileprivate static func chosen(_ client: String, _ server: String) -> String? {
    SSHKeyExchangeInit.chosen(client: client, server: server)
  }
}
