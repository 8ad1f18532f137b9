/// What a frame of WebSocket is (RFC 6455 section 5.2).
package struct WebSocketOpcode: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let continuation = WebSocketOpcode(rawValue: 0)
  package static let text = WebSocketOpcode(rawValue: 1)
  package static let binary = WebSocketOpcode(rawValue: 2)
  package static let close = WebSocketOpcode(rawValue: 8)
  package static let ping = WebSocketOpcode(rawValue: 9)
  package static let pong = WebSocketOpcode(rawValue: 10)

  /// Whether it is about the connection rather than a part of a message.
  var isControl: Bool { rawValue >= 8 }
  var isKnown: Bool { rawValue <= 2 || (8...10).contains(rawValue) }
}

extension WebSocketOpcode: CustomStringConvertible {
  package var description: String {
    switch self {
    case .continuation: "Continuation"
    case .text: "Text"
    case .binary: "Binary"
    case .close: "Connection Close"
    case .ping: "Ping"
    case .pong: "Pong"
    default: "opcode \(rawValue)"
    }
  }
}
