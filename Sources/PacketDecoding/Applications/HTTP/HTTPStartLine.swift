/// The first line of an HTTP/1 message (RFC 9112 sections 3 and 4).
enum HTTPStartLine {
  case request(HTTPRequest)
  case response(HTTPResponse)
  /// The first line of HTTP/2 in clear text (RFC 9113 section 3.4).
  case http2Preface

  private static let methodLimit = 32
  private static let targetLimit = 4096
  /// Registered methods and those of WebDAV, UPnP and SSDP, which Wireshark takes as HTTP too.
  private static let methods: Set<String> = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "COPY", "MOVE",
    "LOCK", "UNLOCK", "MKCOL", "PROPFIND", "PROPPATCH", "SEARCH", "REPORT", "BPROPFIND",
    "BPROPPATCH", "BCOPY", "BDELETE", "BMOVE", "POLL", "NOTIFY", "M-SEARCH", "SUBSCRIBE",
    "UNSUBSCRIBE", "CHECKIN", "CHECKOUT", "UNCHECKOUT", "MKACTIVITY", "MKWORKSPACE", "MERGE",
    "UPDATE", "LABEL", "VERSION-CONTROL", "BASELINE-CONTROL", "RPC_IN_DATA", "RPC_OUT_DATA",
    "CCM_POST", "RPC_CONNECT",
  ]

  /// Reads a line without its end; nil where it is none of these.
  ///
  /// `strictly` demands a version.
  init?(_ line: ByteReader, strictly: Bool) {
    if line.starts(with: "HTTP/") || line.starts(with: "ICY ") {
      guard let response = Self.response(line) else { return nil }
      self = .response(response)
    } else if line.starts(with: "PRI * HTTP/2.0") {
      self = .http2Preface
    } else {
      guard let request = Self.request(line, strictly: strictly) else { return nil }
      self = .request(request)
    }
  }

  /// Whether a line that begins like this may still become one.
  static func mayBegin(_ text: ByteReader) -> Bool {
    if let first: UInt8 = text.peek(), first == 0x0D { return text.remaining == 1 }
    for index in 0..<min(text.remaining, methodLimit + 1) {
      guard let byte: UInt8 = text.peek(at: index) else { return true }
      if byte == 0x20 { return index > 0 }
      if byte == UInt8(ascii: "/") { return text.starts(with: "HTTP/") }
      guard isToken(byte) else { return false }
    }
    return text.remaining <= methodLimit
  }

  /// Whether the line is a request whose method is known, cut or not.
  static func hasKnownMethod(_ line: ByteReader) -> Bool {
    guard let space = line.distance(to: 0x20, within: methodLimit + 1) else { return false }
    return methods.contains(PrintableText.string(line.prefix(space)))
  }

  /// Whether the line has a known method and behind it a path, a URL, an asterisk, or a host.
  static func isLikelyRequest(_ line: ByteReader) -> Bool {
    guard hasKnownMethod(line), let space = line.distance(to: 0x20, within: methodLimit + 1),
      let byte: UInt8 = line.peek(at: space + 1)
    else { return false }
    if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*") { return true }
    var target = line
    target.advance(space + 1)
    return target.starts(withLowercase: "http") || line.starts(with: "CONNECT ")
  }

  private static func request(_ line: ByteReader, strictly: Bool) -> HTTPRequest? {
    guard let space = line.distance(to: 0x20, within: methodLimit + 1), space > 0, mayBegin(line)
    else { return nil }
    var target = line
    target.advance(space + 1)
    target.trim()
    let version = splitVersion(off: &target)
    if version.isEmpty {
      guard !strictly, hasKnownMethod(line), !isOfAnotherProtocol(target) else { return nil }
    }
    return HTTPRequest(
      method: PrintableText.string(line.prefix(space)),
      target: PrintableText.string(target, limit: targetLimit), version: version)
  }

  /// Takes `HTTP/1.1` off the end of the target.
  private static func splitVersion(off target: inout ByteReader) -> String {
    var version = target
    version.advance(target.remaining - 8)
    guard version.starts(with: "HTTP/"), isDigit(version.peek(at: 5)), isDigit(version.peek(at: 7))
    else { return "" }
    target.limit(to: target.remaining - 8)
    target.trim()
    return PrintableText.string(version)
  }

  /// RTSP, SIP and ICAP share methods with HTTP but name themselves at the end of the line.
  private static func isOfAnotherProtocol(_ target: ByteReader) -> Bool {
    ["RTSP/1.0", "RTSP/2.0", "SIP/2.0", "ICAP/1.0"].contains { target.ends(with: $0) }
  }

  private static func response(_ line: ByteReader) -> HTTPResponse? {
    guard let space = line.distance(to: 0x20, within: 12) else { return nil }
    var rest = line
    rest.advance(space)
    rest.trim()
    var status = 0
    for _ in 0..<3 {
      guard let byte: UInt8 = rest.peek(), isDigit(byte) else { break }
      status = status * 10 + Int(byte) - 0x30
      rest.advance(1)
    }
    guard status > 0 else { return nil }
    rest.trim()
    return HTTPResponse(
      status: status, reason: PrintableText.string(rest, limit: HTTPFields.valueLimit),
      version: PrintableText.string(line.prefix(space)))
  }

  private static func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (0x30...0x39).contains($0) } ?? false
  }

  /// A letter of a method (RFC 9110 section 5.6.2); lower case is not used in any.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x30...0x39: true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }
}
