/// What an HTTP/1 stream brought, in the order of the stream.
package enum HTTPEvent: Hashable, Sendable {
  /// A request's header block is complete, or as complete as it will get.
  case request(HTTPRequest)
  /// A response's header block is complete, or as complete as it will get.
  case response(HTTPResponse)
  /// The message before ended, after so many bytes of body (of content, where chunked).
  case end(bodyByteCount: Int)
}
