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
    guard let type = fields.contentType?.prefix(while: { $0 != ";" }) else { return nil }
    return type.lowercased().split(separator: " ").first.map(String.init)
  }
}
