import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

extension Response {
  /// One line that says what happened and what to do.
  static func text(
    _ status: HTTPResponse.Status, _ line: String, headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[.contentType] = ContentType.plainText.name
    headers[.cacheControl] = "no-store"
    return Response(
      status: status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: line + "\n")))
  }

  static func redirect(
    _ status: HTTPResponse.Status, to location: String, headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[.location] = location
    headers[.cacheControl] = "no-store"
    return Response(status: status, headers: headers)
  }
}
