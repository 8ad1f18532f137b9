extension HTTP2Event {
  /// Counts what is about the connection rather than a message.
  package func count(in notes: inout ApplicationNotes) {
    switch self {
    case .frame(let type): notes.count(HTTP2.frames, type.description)
    case .reset(_, let code): notes.count(HTTP2.resets, Self.name(code))
    case .goAway(let code): notes.count(HTTP2.farewells, Self.name(code))
    case .message, .promise: break
    }
  }

  /// The name of an error code (RFC 9113 section 7), or its number.
  package static func name(_ code: UInt32) -> String {
    Int(code) < names.count ? names[Int(code)] : "error \(code)"
  }

  private static let names = [
    "NO_ERROR", "PROTOCOL_ERROR", "INTERNAL_ERROR", "FLOW_CONTROL_ERROR", "SETTINGS_TIMEOUT",
    "STREAM_CLOSED", "FRAME_SIZE_ERROR", "REFUSED_STREAM", "CANCEL", "COMPRESSION_ERROR",
    "CONNECT_ERROR", "ENHANCE_YOUR_CALM", "INADEQUATE_SECURITY", "HTTP_1_1_REQUIRED",
  ]
}
