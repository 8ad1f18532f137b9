import PacketDecoding
import TestSupport

extension Bytes {
  /// Text as the bytes of a packet.
  init(text: String) { self.init(Array(text.utf8)) }

  /// Hands a reader of all bytes to `body`.
  func withReader<Result>(_ body: (inout ByteReader) throws -> Result) rethrows -> Result {
    var reader = ByteReader(array.span.bytes)
    return try body(&reader)
  }

  /// Hands the bytes over in pieces that end at `cuts`.
  func withPieces(cutAt cuts: [Int] = [], _ body: (RawSpan) -> Void) {
    var start = 0
    for end in cuts + [array.count] where end > start {
      let piece = Array(array[start..<end])
      body(piece.span.bytes)
      start = end
    }
  }

  static func + (left: Bytes, right: Bytes) -> Bytes { Bytes(left.array + right.array) }
}
