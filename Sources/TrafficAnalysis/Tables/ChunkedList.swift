/// A growing list of plain values in pieces: growing moves nothing, and after a copy was taken only the
/// pieces that change are copied.
struct ChunkedList<Element: BitwiseCopyable & Sendable>: Sendable {
  // Fewer, larger pieces: their heads are read with every element, and so must stay in the cache.
  private static var chunkShift: Int { 12 }
  private static var chunkSize: Int { 1 << chunkShift }

  private var chunks: [[Element]] = []
  private(set) var count = 0

  mutating func append(_ element: Element) {
    if chunks.count == count >> Self.chunkShift { chunks.append([]) }
    chunks[chunks.count - 1].append(element)
    count += 1
  }

  subscript(index: Int) -> Element {
    @inline(__always)
    _read { yield chunks[index >> Self.chunkShift][index & (Self.chunkSize - 1)] }
    @inline(__always)
    _modify { yield &chunks[index >> Self.chunkShift][index & (Self.chunkSize - 1)] }
  }
}
