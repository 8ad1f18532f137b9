/// What a request's method means for the framing of its response (RFC 9112 section 6.3).
enum HTTPRequestKind: Sendable {
  case head, connect, other

  init(method: String) {
    switch method {
    case "HEAD": self = .head
    case "CONNECT": self = .connect
    default: self = .other
    }
  }
}
