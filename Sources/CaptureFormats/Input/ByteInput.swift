/// A stream of bytes that can be read once, front to back.
package protocol ByteInput: AnyObject {
  /// Fills `bytes` from `start` on as far as is convenient and returns how many bytes were written;
  /// 0 only at the end.
  func read(into bytes: inout [UInt8], from start: Int) throws -> Int
}

/// Why a compressed stream ends early; what was decompressed before stays good.
package struct DecompressionError: Error, CustomStringConvertible {
  package var description: String
}
