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

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// A copy of `bytes` with some of them changed, and sometimes without its end.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var copy = bytes
    for _ in 0..<1 + Int(next() % 8) where !copy.isEmpty {
      let index = Int(next() % UInt64(copy.count))
      copy[index] = next() % 4 == 0 ? 0xFF : UInt8(truncatingIfNeeded: next())
    }
    if next() % 4 == 0 { copy.removeLast(Int(next() % UInt64(copy.count))) }
    return copy
  }
}
