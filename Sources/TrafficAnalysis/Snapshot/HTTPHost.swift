/// A host named in HTTP requests.
package struct HTTPHost: Sendable {
  /// In lower case.
  package var name: String
  package var requests: UInt64 = 0
  /// Bytes on the wire of the conversations in which it was asked.
  package var bytes: UInt64 = 0
  /// Responses with status 400 to 499, and from 500 on.
  package var clientErrors: UInt64 = 0
  package var serverErrors: UInt64 = 0
  package var requestBodyBytes: UInt64 = 0
  package var responseBodyBytes: UInt64 = 0

  package init(name: String, requests: UInt64 = 0, bytes: UInt64 = 0) {
    self.name = name
    self.requests = requests
    self.bytes = bytes
  }
}
