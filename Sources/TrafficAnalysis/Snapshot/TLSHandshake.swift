package import CaptureFormats
package import PacketDecoding

/// One handshake: a client hello and what was said to it, or what was seen of it.
package struct TLSHandshake: Sendable {
  /// Of its first message.
  package var time: Timestamp
  package var client: IPAddress
  package var clientPort: UInt16
  package var server: IPAddress
  package var serverPort: UInt16
  package var transport: TLSTransport
  /// The highest that the client offered.
  package var offeredVersion: TLSVersion?
  package var version: TLSVersion?
  package var cipherSuite: TLSCipherSuite?
  package var keyExchange: TLSKeyExchange?
  package var serverName: String?
  /// What the client offered, in its order.
  package var offeredALPN: String?
  /// What the server chose, which is encrypted in TLS 1.3.
  package var alpn: String?
  package var ja3: String?
  package var ja3s: String?
  package var ja4: String?
  /// Nil without a server hello.
  package var isResumed: Bool?
  /// Client hello to server hello.
  package var latencyNanoseconds: Int64?
  /// The first alert that is not a mere closing, else the first.
  package var alert: TLSAlert?
  package var isAlertFromClient = false

  package init(
    time: Timestamp, client: IPAddress, clientPort: UInt16, server: IPAddress, serverPort: UInt16,
    transport: TLSTransport
  ) {
    self.time = time
    self.client = client
    self.clientPort = clientPort
    self.server = server
    self.serverPort = serverPort
    self.transport = transport
  }
}

extension TLSHandshake: Comparable {
  /// In the order of time, then of endpoints, so that it does not matter who saw it.
  package static func < (left: TLSHandshake, right: TLSHandshake) -> Bool {
    if left.time != right.time { return left.time < right.time }
    if left.client != right.client { return left.client < right.client }
    if left.server != right.server { return left.server < right.server }
    return (left.clientPort, left.serverPort) < (right.clientPort, right.serverPort)
  }

  package static func == (left: TLSHandshake, right: TLSHandshake) -> Bool {
    left.time == right.time && left.client == right.client && left.server == right.server
      && left.clientPort == right.clientPort && left.serverPort == right.serverPort
  }
}
