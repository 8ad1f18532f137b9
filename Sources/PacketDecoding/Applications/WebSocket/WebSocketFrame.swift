/// A frame of WebSocket without its payload (RFC 6455 section 5.2).
package struct WebSocketFrame: Hashable, Sendable {
  package var opcode: WebSocketOpcode
  /// Whether its message ends with it.
  package var isFinal: Bool
  package var isMasked: Bool
  package var payloadByteCount: Int
  /// Of a continuation, what the first frame of its message was; of others, the opcode itself.
  package var kind: WebSocketOpcode
  /// Why the connection is closed (section 7.4).
  package var closeCode: UInt16?

  /// Nil where no frame begins so: with an extension's bits beside that of compression, an unknown
  /// opcode, a control frame in parts, or a length that is not written in the shortest way.
  init?(parsing reader: inout ByteReader) throws(DecodeError) {
    let first: UInt8 = try reader.read()
    let second: UInt8 = try reader.read()
    opcode = WebSocketOpcode(rawValue: first & 0x0F)
    kind = opcode
    isFinal = first & 0x80 != 0
    isMasked = second & 0x80 != 0
    payloadByteCount = Int(second & 0x7F)
    guard first & 0x30 == 0, opcode.isKnown else { return nil }
    if opcode.isControl, !isFinal || payloadByteCount > 125 { return nil }
    if payloadByteCount == 126 {
      payloadByteCount = Int(try reader.read(as: UInt16.self))
      guard payloadByteCount > 125 else { return nil }
    } else if payloadByteCount == 127 {
      let length: UInt64 = try reader.read()
      guard length > 0xFFFF, length <= UInt64(Int.max) else { return nil }
      payloadByteCount = Int(length)
    }
  }
}
