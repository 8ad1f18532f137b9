/// What an HTTP stream brought, in the order of the stream.
package enum HTTPEvent: Hashable, Sendable {
  /// A request's header block is complete, or as complete as it will get.
  case request(HTTPRequest)
  /// A response's header block is complete, or as complete as it will get.
  case response(HTTPResponse)
  /// The message before ended, after so many bytes of body (of content, where chunked); an interim
  /// response has no end of its own.
  ///
  /// It is whole if no byte of it is missing; or, in a segment that was cut by the snapshot length,
  /// as much of it as there will ever be. Only whole messages are what Wireshark shows as HTTP.
  case end(bodyByteCount: Int, isWhole: Bool)
}
