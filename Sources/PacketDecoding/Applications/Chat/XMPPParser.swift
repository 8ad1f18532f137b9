/// Both directions of a stream of XMPP until it is encrypted: the elements, without their text.
struct XMPPParser: ApplicationStreamParser {
  /// The element in hand, from behind its opening bracket.
  private struct Direction {
    var held = HeldBytes()
    var isInside = false
  }

  private static let elementLimit = 1024

  private var client = Direction()
  private var server = Direction()
  private(set) var isDone = false

  private static let stanzas: Set<String> = [
    "iq", "message", "presence", "stream:stream", "stream:features", "stream:error", "starttls",
    "proceed", "failure", "success", "auth", "challenge", "response", "abort", "compress",
  ]

  var heldByteCount: Int { client.held.count + server.held.count }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var direction = fromClient ? client : server
    if fromClient { client = Direction() } else { server = Direction() }
    var reader = ByteReader(bytes)
    while !isDone, !reader.isAtEnd {
      if direction.isInside {
        readElement(&direction, &reader, into: &notes)
      } else if let start = reader.distance(to: UInt8(ascii: "<")) {
        reader.advance(start + 1)
        direction.isInside = true
      } else {
        break
      }
    }
    if fromClient { client = direction } else { server = direction }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client = Direction() } else { server = Direction() }
  }

  private mutating func readElement(
    _ direction: inout Direction, _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) {
    let end = reader.distance(to: UInt8(ascii: ">"))
    let count = end ?? reader.remaining
    let kept = min(count, Self.elementLimit - direction.held.count)
    direction.held.take(kept, from: &reader)
    reader.advance(count - kept)
    guard end != nil else { return }
    reader.advance(1)
    direction.isInside = false
    note(TextLine(direction.held.release().bytes[...]), into: &notes)
  }

  private mutating func note(_ element: TextLine, into notes: inout ApplicationNotes) {
    let name = element.firstWord.text(limit: 32).trimmingEnd("/")
    guard Self.stanzas.contains(name) else { return }
    notes.count(XMPP.stanza, name)
    notes.describe(name.uppercased())
    switch name {
    case "stream:stream":
      if let domain = Self.value(of: "to", in: element) { notes.count(XMPP.domain, domain) }
    case "auth":
      guard let mechanism = Self.value(of: "mechanism", in: element) else { return }
      notes.count(XMPP.mechanism, mechanism)
    case "proceed":
      notes.becomes = .tls
      isDone = true
    default: break
    }
  }

  /// The value of an attribute, in quotes of either kind.
  private static func value(of name: String, in element: TextLine) -> String? {
    for quote in [UInt8(ascii: "'"), UInt8(ascii: "\"")] {
      let parts = element.parts(at: quote)
      for place in stride(from: 0, to: parts.count - 1, by: 2)
      where parts[place].text(limit: 64).hasSuffix(" \(name)=") {
        return parts[place + 1].text(limit: 128)
      }
    }
    return nil
  }
}

extension String {
  fileprivate func trimmingEnd(_ sign: Character) -> String {
    last == sign ? String(dropLast()) : self
  }
}
