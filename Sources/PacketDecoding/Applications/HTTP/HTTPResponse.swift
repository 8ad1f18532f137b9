/// The header of an HTTP/1 response (RFC 9112 section 4).
package struct HTTPResponse: Hashable, Sendable {
  /// Three digits, or 0 where there are none.
  package var status: Int
  package var reason: String
  package var version: String
  package var fields = HTTPFields()
  /// False where the header block was cut by a gap, the end of the stream, or its size.
  package var isComplete = true
  /// What follows is not HTTP/1 any more, in both directions: 101, or success of a CONNECT.
  package var switchesProtocol = false
  /// Whether messages before it may be lost, and with them the answers to other requests.
  package var followsGap = false

  /// Whether another response to the same request follows (RFC 9110 section 15.2).
  package var isInterim: Bool { status < 200 && status != 101 }
}
