/// WebSocket behind the handshake of HTTP/1.
package enum WebSocket: ApplicationProtocol {
  package static let id = ProtocolID.websocket
  package static let reference = "RFC 6455"
  package static let carrier = ProtocolID.http
  package static let fields = [frames, closeCodes, payloads]

  static let frames = ApplicationField("websocket.opcode", "Frames")
  static let closeCodes = ApplicationField(
    "websocket.payload.close.status_code", "Close codes")
  static let payloads = ApplicationField("websocket.payload", "Payload bytes")

  package static func makeStreamParser() -> (any ApplicationStreamParser)? {
    WebSocketConnectionParser()
  }
}
