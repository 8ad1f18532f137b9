/// Responses of one host with one error status.
package struct HTTPError: Sendable {
  /// Nil where the request was not seen, or named none.
  package var host: String?
  package var status: Int
  package var responses: UInt64

  package init(host: String?, status: Int, responses: UInt64) {
    self.host = host
    self.status = status
    self.responses = responses
  }
}
