package import CaptureFormats
package import PacketDecoding

/// An HTTP request with its response, as far as each of them was seen.
package struct HTTPTransaction: Hashable, Sendable {
  /// When the header of the request was complete; without a request, that of the response.
  package var time: Timestamp
  package var client: IPAddress
  package var clientPort: UInt16
  package var server: IPAddress
  package var serverPort: UInt16
  /// Tells the requests of one connection apart: they count from 1, or are the streams of HTTP/2.
  package var number: UInt32
  /// "HTTP/1.1".
  package var version: String
  package var method: String?
  /// The host asked for: the Host field, or that of a target in absolute or authority form.
  package var host: String?
  package var target: String?
  package var userAgent: String?
  package var status: Int?
  package var contentType: String?
  /// Bytes of the bodies, as far as they came.
  package var requestBytes: UInt64 = 0
  package var responseBytes: UInt64 = 0
  /// Header of the request to header of the response.
  package var latencyNanoseconds: Int64?
  /// Whether all of both messages is in the capture.
  package var isWhole = true

  package init(
    time: Timestamp, client: IPAddress, clientPort: UInt16, server: IPAddress, serverPort: UInt16,
    number: UInt32 = 1, version: String
  ) {
    self.time = time
    self.client = client
    self.clientPort = clientPort
    self.server = server
    self.serverPort = serverPort
    self.number = number
    self.version = version
  }

  /// Whether the server refused or failed to answer it (RFC 9110 sections 15.5 and 15.6).
  package var isFailed: Bool { status.map { (400..<600).contains($0) } ?? false }
}

extension HTTPTransaction: Comparable {
  /// In the order of time; of one moment, in one that does not depend on who saw which.
  package static func < (left: HTTPTransaction, right: HTTPTransaction) -> Bool {
    if left.time != right.time { return left.time < right.time }
    if left.client != right.client { return left.client < right.client }
    if left.clientPort != right.clientPort { return left.clientPort < right.clientPort }
    if left.server != right.server { return left.server < right.server }
    return (left.serverPort, left.number) < (right.serverPort, right.number)
  }
}
