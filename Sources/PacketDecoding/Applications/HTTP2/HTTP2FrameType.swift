/// What a frame of HTTP/2 is (RFC 9113 section 6).
package struct HTTP2FrameType: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let data = HTTP2FrameType(rawValue: 0)
  package static let headers = HTTP2FrameType(rawValue: 1)
  package static let priority = HTTP2FrameType(rawValue: 2)
  package static let resetStream = HTTP2FrameType(rawValue: 3)
  package static let settings = HTTP2FrameType(rawValue: 4)
  package static let pushPromise = HTTP2FrameType(rawValue: 5)
  package static let ping = HTTP2FrameType(rawValue: 6)
  package static let goAway = HTTP2FrameType(rawValue: 7)
  package static let windowUpdate = HTTP2FrameType(rawValue: 8)
  package static let continuation = HTTP2FrameType(rawValue: 9)

  private static let names = [
    "DATA", "HEADERS", "PRIORITY", "RST_STREAM", "SETTINGS", "PUSH_PROMISE", "PING", "GOAWAY",
    "WINDOW_UPDATE", "CONTINUATION",
  ]
}

extension HTTP2FrameType: CustomStringConvertible {
  /// The name in the RFC, or the number.
  package var description: String {
    Int(rawValue) < Self.names.count ? Self.names[Int(rawValue)] : "frame \(rawValue)"
  }
}
