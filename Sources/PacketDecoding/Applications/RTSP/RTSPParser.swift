/// Both directions of a connection of RTSP.
struct RTSPParser: ApplicationStreamParser {
  private var client = TextMessageReader()
  private var server = TextMessageReader()
  /// What the payload types mean, by the description that came last.
  private var formats: [RTPFormat] = []

  let isDone = false

  var heldByteCount: Int { client.heldByteCount + server.heldByteCount + formats.count * 48 }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var reader = ByteReader(bytes)
    while let message = fromClient ? client.next(&reader) : server.next(&reader) {
      read(message, into: &notes)
    }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client.skipGap(count) } else { server.skipGap(count) }
  }

  private mutating func read(_ message: TextMessage, into notes: inout ApplicationNotes) {
    if message.startLine.starts(withLowercase: "rtsp/") {
      guard let code = message.status else { return }
      notes.count(RTSP.status, "\(code)")
      notes.describe("Reply: \(message.startLine.text())")
      if let value = message.field("transport") { read(transport: value, into: &notes) }
    } else {
      guard let name = message.method else { return }
      notes.count(RTSP.method, name)
      notes.describe("\(name) \(message.target)")
    }
    guard let description = message.sessionDescription else { return }
    description.count(RTSP.codec, into: &notes)
    notes.carries(.sdp)
    formats = description.media.flatMap(\.formats)
  }

  /// Takes what a server grants: `RTP/AVP;unicast;client_port=8000-8001;server_port=9000-9001`.
  private func read(transport line: TextLine, into notes: inout ApplicationNotes) {
    let parts = line.parts(at: UInt8(ascii: ";"))
    guard let kind = parts.first else { return }
    notes.count(RTSP.transport, kind.text(limit: 64))
    for part in parts.dropFirst() {
      guard let (name, value) = part.split(at: UInt8(ascii: "=")),
        ["client_port", "server_port"].contains(name.trimmed.lowercase)
      else { continue }
      let ports = value.numbers(limit: 2).compactMap { UInt16(exactly: $0) }
      if let port = ports.first { notes.announce(.rtp, port: port, formats: formats) }
      if ports.count == 2 { notes.announce(.rtcp, port: ports[1]) }
    }
  }
}
