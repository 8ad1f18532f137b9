/// The media that a body of SDP offers (RFC 8866).
struct SessionDescription: Sendable {
  struct Media: Sendable {
    /// "audio".
    var kind: String
    var port: UInt16
    /// Where control goes; with `a=rtcp-mux` there, too.
    var controlPort: UInt16
    var formats: [RTPFormat]
  }

  private static let mediaLimit = 16
  private static let formatLimit = 32

  /// Those over RTP.
  private(set) var media: [Media] = []
  /// In the description of a medium that is not over RTP.
  private var isOther = false

  init(_ body: [UInt8]) {
    for bytes in body.split(separator: 0x0A, maxSplits: 500) {
      let line = TextLine(line: Array(bytes))
      if line.starts(withLowercase: "m=") {
        begin(line.dropping(2))
      } else if line.starts(withLowercase: "a="), !isOther, !media.isEmpty {
        read(attribute: line.dropping(2))
      }
    }
  }

  /// Takes `audio 49170 RTP/AVP 0 8 97`.
  private mutating func begin(_ line: TextLine) {
    let words = line.parts(at: 0x20).filter { !$0.isEmpty }
    isOther = true
    guard words.count >= 3, words[2].text().contains("RTP/"), media.count < Self.mediaLimit,
      let number = words[1].split(at: UInt8(ascii: "/"))?.before.number ?? words[1].number,
      let port = UInt16(exactly: number)
    else { return }
    isOther = false
    let formats = words.dropFirst(3).prefix(Self.formatLimit).compactMap { word in
      word.number.flatMap { UInt8(exactly: $0) }.flatMap { RTPFormat.assigned($0) }
    }
    media.append(
      Media(
        kind: words[0].text(limit: 32), port: port, controlPort: port &+ 1, formats: formats))
  }

  private mutating func read(attribute line: TextLine) {
    let place = media.count - 1
    if line.starts(withLowercase: "rtcp:"),
      let number = line.dropping(5).firstWord.number, let port = UInt16(exactly: number)
    {
      media[place].controlPort = port
    } else if line.starts(withLowercase: "rtpmap:"), let format = Self.format(line.dropping(7)) {
      guard media[place].formats.count < Self.formatLimit else { return }
      media[place].formats.removeAll { $0.payloadType == format.payloadType }
      media[place].formats.append(format)
    }
  }

  /// Reads `97 iLBC/8000/1`.
  private static func format(_ line: TextLine) -> RTPFormat? {
    let parts = line.afterFirstWord.parts(at: UInt8(ascii: "/"))
    guard parts.count >= 2, let type = line.firstWord.number, type < 128,
      let rate = parts[1].firstWord.number
    else { return nil }
    return RTPFormat(
      payloadType: UInt8(type), name: parts[0].text(limit: 32), clockRate: rate)
  }

  /// Announces the streams; the other host answers with ports of its own.
  func announce(into notes: inout ApplicationNotes) {
    notes.carries(.sdp)
    for medium in media where medium.port > 0 {
      notes.announce(.rtp, port: medium.port, formats: medium.formats)
      notes.announce(.rtcp, port: medium.controlPort)
    }
  }

  /// Counts the codecs, each once for a medium.
  func count(_ field: ApplicationField, into notes: inout ApplicationNotes) {
    for medium in media {
      for format in medium.formats { notes.count(field, format.name) }
    }
  }
}
