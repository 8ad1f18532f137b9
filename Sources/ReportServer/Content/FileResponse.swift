import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// A file for one request: compressed if the client takes that, and only if it has not got it.
struct FileResponse {
  let file: PublishedFile
  let request: Request

  var response: Response {
    let compressed = acceptsGzip ? file.compressed : nil
    let tag = file.entityTag(compressed: compressed != nil)
    var headers: HTTPFields = [
      .cacheControl: "no-cache", .eTag: tag, .contentType: file.contentType.name,
    ]
    if file.contentType.isText { headers[.vary] = "Accept-Encoding" }
    if has(tag) {
      headers[.contentType] = nil
      return Response(status: .notModified, headers: headers)
    }
    if compressed != nil { headers[.contentEncoding] = "gzip" }
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: compressed ?? file.body))
  }

  /// RFC 9110, 12.5.3: a weight of 0 is a no.
  private var acceptsGzip: Bool {
    let codings = request.headers[.acceptEncoding]?.lowercased().split(separator: ",") ?? []
    return codings.contains { coding in
      let parts = coding.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard parts.first == "gzip" || parts.first == "x-gzip" else { return false }
      return !parts.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
    }
  }

  /// RFC 9110, 13.1.2: the comparison is weak, because proxies weaken tags.
  private func has(_ tag: String) -> Bool {
    guard let field = request.headers[.ifNoneMatch] else { return false }
    return field.split(separator: ",").contains { candidate in
      let text = candidate.drop { $0 == " " || $0 == "\t" }
      return text == "*" || (text.hasPrefix("W/") ? text.dropFirst(2) : text) == tag[...]
    }
  }
}
