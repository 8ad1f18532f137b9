/// The compressed bytes that a decompressor has yet to take.
struct CompressedChunk {
  private(set) var bytes = [UInt8](repeating: 0, count: 128 << 10)
  private(set) var unread = 0..<0
  private let input: any ByteInput

  init(_ input: any ByteInput) { self.input = input }

  /// Reads more if all was taken; false at the end of the input.
  mutating func refill() throws -> Bool {
    if !unread.isEmpty { return true }
    unread = 0..<(try input.read(into: &bytes, from: 0))
    return !unread.isEmpty
  }

  mutating func take(_ count: Int) { unread = unread.lowerBound + count..<unread.upperBound }
}
