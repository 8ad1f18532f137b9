/// What one direction of an HTTP/2 connection brought, in its order.
package enum HTTP2Event: Hashable, Sendable {
  /// A frame began.
  case frame(HTTP2FrameType)
  /// A request or response on a stream, or its end.
  case message(stream: UInt32, HTTPEvent)
  /// The server will answer a request on a stream of its own that nobody sent (PUSH_PROMISE).
  case promise(stream: UInt32, HTTPRequest)
  /// A stream was given up with an error code (RFC 9113 section 7).
  case reset(stream: UInt32, code: UInt32)
  /// The connection takes no more streams.
  case goAway(code: UInt32)
}
