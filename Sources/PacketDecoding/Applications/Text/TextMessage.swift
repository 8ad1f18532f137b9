/// A message of SIP, RTSP or SSDP: a first line, header fields, and perhaps a body.
struct TextMessage: Sendable {
  private static let fieldLimit = 100

  let startLine: TextLine
  private var fields: [(name: String, value: TextLine)] = []
  /// As much of it as is kept.
  var body: [UInt8] = []

  init(startLine: TextLine) { self.startLine = startLine }

  /// Takes a header field; a line that goes on with the one before is left out.
  mutating func add(_ line: TextLine) {
    guard fields.count < Self.fieldLimit, let (name, value) = line.split(at: UInt8(ascii: ":")),
      !name.isEmpty, name.count <= 32
    else { return }
    fields.append((name.trimmed.lowercase, value.trimmed))
  }

  /// The first field with one of `names`, which are in lower case.
  func field(_ names: String...) -> TextLine? {
    fields.first { names.contains($0.name) }?.value
  }

  /// The status of a response whose first line begins with a version, "SIP/2.0 200 OK".
  var status: Int? {
    let code = startLine.afterFirstWord.firstWord
    return code.count == 3 ? code.number : nil
  }

  /// The method of a request in capitals, if it is of letters, an underscore and a hyphen.
  var method: String? {
    let word = startLine.firstWord
    guard (1...20).contains(word.count) else { return nil }
    let name = word.text()
    let isPlain = name.utf8.allSatisfy {
      (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    return isPlain ? name : nil
  }

  /// The media that the body offers, if it is of SDP.
  var sessionDescription: SessionDescription? {
    guard !body.isEmpty,
      field("content-type", "c")?.starts(withLowercase: "application/sdp") ?? false
    else { return nil }
    return SessionDescription(body)
  }

  /// What a request is for, without the password that a URI may hold.
  var target: String { Self.withoutPassword(startLine.afterFirstWord.firstWord.text()) }

  /// A URI without what stands between a colon and the @ behind it.
  static func withoutPassword(_ uri: String) -> String {
    guard let at = uri.lastIndex(of: "@"), let colon = uri[..<at].lastIndex(of: ":") else {
      return uri
    }
    let user = uri[..<colon]
    // The colon behind the scheme, "sip:bob@…", is before the name.
    guard user.contains(":") else { return uri }
    return user + String(uri[at...])
  }
}
