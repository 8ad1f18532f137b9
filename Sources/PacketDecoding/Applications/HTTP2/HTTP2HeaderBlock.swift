/// The fields of a header block: those of a request, of a response, or trailers
/// (RFC 9113 section 8).
struct HTTP2HeaderBlock: Sendable {
  private static let targetLimit = 4096

  private var method: String?
  private var target: String?
  private var authority: String?
  private var status: Int?
  private var fields = HTTPFields()

  mutating func add(_ field: HPACKField) {
    fields.byteCount += field.name.count + field.value.count
    let name = unsafe ByteReader(field.name.span.bytes)
    let value = unsafe ByteReader(field.value.span.bytes)
    if field.name.first == UInt8(ascii: ":") {
      addPseudo(name, value)
    } else {
      _ = fields.read(name: name, value: value)
    }
  }

  private mutating func addPseudo(_ name: ByteReader, _ value: ByteReader) {
    if name.starts(with: ":method"), method == nil {
      method = PrintableText.string(value, limit: HTTPFields.valueLimit)
    } else if name.starts(with: ":path"), target == nil {
      target = PrintableText.string(value, limit: Self.targetLimit)
    } else if name.starts(with: ":authority"), authority == nil {
      authority = PrintableText.string(value, limit: HTTPFields.valueLimit)
    } else if name.starts(with: ":status"), status == nil {
      status = Int(PrintableText.string(value, limit: 3))
    }
  }

  /// The request, if it is one.
  var request: HTTPRequest? {
    guard let method else { return nil }
    var request = HTTPRequest(
      method: method, target: target ?? authority ?? "", version: "HTTP/2", fields: fields)
    request.fields.host = authority ?? fields.host
    return request
  }

  /// The response, if it is one.
  var response: HTTPResponse? {
    status.map { HTTPResponse(status: $0, reason: "", version: "HTTP/2", fields: fields) }
  }
}
