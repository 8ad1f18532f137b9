import PacketDecoding

extension HTTPRequest {
  /// The host that the Host field names, as tables have it: names are the same in either case
  /// (RFC 9110 section 4.2.3).
  var hostName: String? {
    host.flatMap { $0.isEmpty ? nil : bounded($0.inLowerCase) }
  }
}

extension HTTPResponse {
  /// The media type without its parameters (RFC 9110 section 8.3.1).
  var mediaType: String? {
    guard let field = fields.contentType else { return nil }
    let end = field.utf8.firstIndex(of: UInt8(ascii: ";")) ?? field.endIndex
    let type = String(field[..<end]).inLowerCase
    guard type.utf8.contains(UInt8(ascii: " ")) else { return type.isEmpty ? nil : type }
    return type.split(separator: " ").first.map(String.init)
  }
}
