import PacketDecoding

/// The handshake of one QUIC connection, as far as its Initial packets show it.
struct QUICConnection: Sendable {
  /// Datagrams that are looked at until the hellos must be there.
  private static let datagramLimit = 64
  private static let derivationLimit = 8

  private struct Keys: Sendable {
    var version: QUICVersion
    var client: QUICPacketProtection
    var server: QUICPacketProtection

    init(version: QUICVersion, destinationID: [UInt8]) {
      self.version = version
      (client, server) = QUICKeyDerivation.initial(version: version, destinationID: destinationID)
    }
  }

  private var keys: [Keys] = []
  /// From which the keys are derived.
  private var destinationID: [UInt8] = []
  private var derivations = 0
  private var datagrams = 0
  private var versions: [QUICVersion] = []
  private var client = QUICCryptoStream()
  private var server = QUICCryptoStream()
  private var hasClientHello = false
  private var hasRetry = false
  /// Whether the flow's client is that of the connection; known with the first packet that opens.
  private var isClientFirst: Bool?

  var heldByteCount: Int { client.heldByteCount + server.heldByteCount }

  /// True when nothing more is to be learnt.
  var isDone: Bool { hasClientHello && server.isDone || datagrams >= Self.datagramLimit }

  /// Reads the packets of a datagram, which may be several (RFC 9000 section 12.2).
  mutating func consume(_ datagram: RawSpan, fromClient: Bool, into events: inout QUICEvents) {
    datagrams += 1
    var reader = ByteReader(datagram)
    while let first: UInt8 = reader.peek(), first & 0x80 != 0 {
      let packet = reader
      guard let header = try? QUICLongHeader(parsing: &reader) else { break }
      note(header, into: &events)
      var whole = packet
      let bytes = (try? whole.readBytes(min(header.packetLength, whole.remaining))) ?? []
      reader = whole
      if header.type == .initial {
        events.initials += 1
        read(bytes, header, fromClient: fromClient, into: &events)
      }
    }
  }

  private mutating func note(_ header: QUICLongHeader, into events: inout QUICEvents) {
    switch header.type {
    case .versionNegotiation: events.negotiations += 1
    case .retry:
      events.retries += 1
      hasRetry = true
    case .zeroRTT: events.earlyData += 1
    case .initial, .handshake: break
    }
    guard header.type != .versionNegotiation, !versions.contains(header.version),
      versions.count < 8
    else { return }
    versions.append(header.version)
    events.newVersions.append(header.version)
  }

  private mutating func read(
    _ packet: [UInt8], _ header: QUICLongHeader, fromClient: Bool, into events: inout QUICEvents
  ) {
    guard packet.count == header.packetLength else {
      events.closedInitials += 1
      // Its identifier still gives the keys of the answer.
      if keys.isEmpty, !header.destinationID.isEmpty {
        let fresh = Keys(version: header.version, destinationID: header.destinationID)
        begin(fresh, header.destinationID, fromClient: fromClient)
      }
      return
    }
    guard let frames = open(packet, header, fromClient: fromClient) else {
      events.closedInitials += 1
      return
    }
    let isClient = fromClient == isClientFirst
    var stream = isClient ? client : server
    let code = unsafe QUICFrames.read(frames.span.bytes) { offset, bytes in
      stream.add(bytes, at: offset, into: &events.tls)
    }
    if isClient { client = stream } else { server = stream }
    // Codes from 0x100 on are alerts of TLS (RFC 9001 section 4.8).
    if let code, code >> 8 == 1 {
      events.tls.append(.alert(TLSAlert(level: 2, code: UInt8(code & 0xFF))))
    }
    for case .clientHello in events.tls { hasClientHello = true }
  }

  /// The frames of a packet, by the keys that are known or that its own identifier gives.
  private mutating func open(
    _ packet: [UInt8], _ header: QUICLongHeader, fromClient: Bool
  ) -> [UInt8]? {
    if let isClientFirst, let place = keys(of: header.version) {
      let frames =
        fromClient == isClientFirst
        ? keys[place].client.open(packet, numberOffset: header.numberOffset)
        : keys[place].server.open(packet, numberOffset: header.numberOffset)
      if let frames { return frames }
    }
    // A client's packet behind a Retry, or of another connection between the same ports.
    guard derivations < Self.derivationLimit, header.destinationID != destinationID,
      !header.destinationID.isEmpty
    else { return nil }
    derivations += 1
    var fresh = Keys(version: header.version, destinationID: header.destinationID)
    guard let frames = fresh.client.open(packet, numberOffset: header.numberOffset) else {
      return nil
    }
    begin(fresh, header.destinationID, fromClient: fromClient)
    return frames
  }

  /// The place of the keys of a version; a server may go on in another than the client began with
  /// (RFC 9368 section 2.3).
  private mutating func keys(of version: QUICVersion) -> Int? {
    if let place = keys.firstIndex(where: { $0.version == version }) { return place }
    guard !keys.isEmpty, keys.count < 4 else { return nil }
    keys.append(Keys(version: version, destinationID: destinationID))
    return keys.count - 1
  }

  private mutating func begin(_ fresh: Keys, _ identifier: [UInt8], fromClient: Bool) {
    // Behind a Retry the same hello is sent again, which is no other.
    if isClientFirst != nil, !hasRetry {
      client = QUICCryptoStream()
      server = QUICCryptoStream()
      hasClientHello = false
    }
    hasRetry = false
    keys = [fresh]
    destinationID = identifier
    isClientFirst = fromClient
  }
}
