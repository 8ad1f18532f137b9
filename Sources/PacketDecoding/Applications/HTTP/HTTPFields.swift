/// The header fields that a report shows or that the framing needs (RFC 9110, RFC 9112 section 6).
package struct HTTPFields: Hashable, Sendable {
  /// More of a value than this is left out.
  package static let valueLimit = 2048

  package var host: String?
  package var userAgent: String?
  package var server: String?
  package var contentType: String?
  package var contentEncoding: String?
  package var upgrade: String?
  /// The proxies that the message came through (RFC 9110 section 7.6.3).
  package var via: String?
  /// Nil without the field, and where its value is no number.
  package var contentLength: Int?
  package var isChunked = false
  /// That a proxy says for whom it asks (Forwarded, RFC 7239, or X-Forwarded-For).
  package var isForwarded = false
  /// That there were credentials; what they were is never kept.
  package var hasCredentials = false
  /// That these were a name and a password that anybody can read (RFC 7617).
  package var hasPassword = false
  /// The length of the header block with its first line.
  package var byteCount = 0

  /// What the texts take in memory.
  package var textByteCount: Int {
    (host?.utf8.count ?? 0) + (userAgent?.utf8.count ?? 0) + (server?.utf8.count ?? 0)
      + (contentType?.utf8.count ?? 0) + (contentEncoding?.utf8.count ?? 0)
      + (upgrade?.utf8.count ?? 0) + (via?.utf8.count ?? 0)
  }

  /// The fields whose text may go on in a folded line (RFC 9112 section 5.2).
  enum TextField {
    case host, userAgent, server, contentType, contentEncoding, upgrade, via

    fileprivate var path: WritableKeyPath<HTTPFields, String?> {
      switch self {
      case .host: \.host
      case .userAgent: \.userAgent
      case .server: \.server
      case .contentType: \.contentType
      case .contentEncoding: \.contentEncoding
      case .upgrade: \.upgrade
      case .via: \.via
      }
    }
  }

  /// Reads one line; tells which text the next line would continue, if it is folded.
  mutating func read(_ line: ByteReader) -> TextField? {
    guard let colon = line.distance(to: UInt8(ascii: ":")) else { return nil }
    var name = line.prefix(colon)
    name.trim()
    var value = line
    value.advance(colon + 1)
    value.trim()
    return read(name: name, value: value)
  }

  /// Reads one field; tells which text it is.
  mutating func read(name: ByteReader, value: ByteReader) -> TextField? {
    guard let field = Self.textField(name) else {
      readOther(name, value)
      return nil
    }
    // The first of several counts, so that a second Host cannot cover it.
    if self[keyPath: field.path] == nil {
      self[keyPath: field.path] = PrintableText.string(value, limit: Self.valueLimit)
    }
    return field
  }

  /// Adds a folded line to the text before it.
  mutating func fold(_ line: ByteReader, into field: TextField) {
    var line = line
    line.trim()
    guard let text = self[keyPath: field.path], text.utf8.count < Self.valueLimit else { return }
    self[keyPath: field.path] = text + " " + PrintableText.string(line, limit: Self.valueLimit)
  }

  /// Tells names apart by their length first, which leaves one comparison at most.
  private static func textField(_ name: ByteReader) -> TextField? {
    switch name.remaining {
    case 3 where name.starts(withLowercase: "via"): .via
    case 4 where name.starts(withLowercase: "host"): .host
    case 6 where name.starts(withLowercase: "server"): .server
    case 7 where name.starts(withLowercase: "upgrade"): .upgrade
    case 10 where name.starts(withLowercase: "user-agent"): .userAgent
    case 12 where name.starts(withLowercase: "content-type"): .contentType
    case 16 where name.starts(withLowercase: "content-encoding"): .contentEncoding
    default: nil
    }
  }

  private mutating func readOther(_ name: ByteReader, _ value: ByteReader) {
    switch name.remaining {
    case 9 where name.starts(withLowercase: "forwarded"): isForwarded = true
    case 13 where name.starts(withLowercase: "authorization"): noteCredentials(value)
    case 14 where name.starts(withLowercase: "content-length"):
      contentLength = contentLength ?? Self.number(value)
    case 15 where name.starts(withLowercase: "x-forwarded-for"): isForwarded = true
    case 17 where name.starts(withLowercase: "transfer-encoding"):
      // Chunked is always the last coding (RFC 9112 section 6.1).
      var coding = value
      coding.advance(value.remaining - 7)
      isChunked = coding.starts(withLowercase: "chunked")
    case 19 where name.starts(withLowercase: "proxy-authorization"): noteCredentials(value)
    default: break
    }
  }

  /// Four characters are a colon without a name or a password beside it.
  private mutating func noteCredentials(_ value: ByteReader) {
    hasCredentials = true
    if value.starts(withLowercase: "basic "), value.remaining > 10 { hasPassword = true }
  }

  /// A decimal number that may be repeated behind commas (RFC 9110 section 8.6).
  private static func number(_ text: ByteReader) -> Int? {
    var text = text
    var value: Int?
    while let byte: UInt8 = text.peek(), byte != UInt8(ascii: ",") {
      guard (0x30...0x39).contains(byte) else { return nil }
      let (product, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(byte) - 0x30)
      guard !overflow, !carry else { return nil }
      value = sum
      text.advance(1)
    }
    return value
  }
}
