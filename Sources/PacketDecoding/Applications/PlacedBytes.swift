/// Bytes that come in pieces with their places, in any order and more than once, as CRYPTO frames of
/// QUIC and fragments of DTLS do; who is before who decides where two differ.
struct PlacedBytes: Sendable {
  private struct Piece: Sendable {
    var start: Int
    var bytes: [UInt8]

    var end: Int { start + bytes.count }
  }

  private static let pieceLimit = 64

  /// How far ahead of what was taken a piece may reach, and how much is held in all.
  let limit: Int
  /// Pieces by their starts; they may overlap.
  private var pieces: [Piece] = []
  /// Where the bytes begin that were not taken yet.
  private(set) var next = 0
  private(set) var heldByteCount = 0

  init(limit: Int) { self.limit = limit }

  /// Puts the bytes of `reader` at `start`; false if there is no room for them.
  @discardableResult
  mutating func put(_ reader: ByteReader, at start: Int) -> Bool {
    var reader = reader
    let old = min(max(next - start, 0), reader.remaining)
    reader.advance(old)
    let start = start + old
    guard !reader.isAtEnd else { return true }
    guard start - next <= limit, reader.remaining <= limit - heldByteCount,
      pieces.count < Self.pieceLimit, let bytes = try? reader.readBytes(reader.remaining)
    else { return false }
    if pieces.contains(where: { $0.start <= start && $0.end >= start + bytes.count }) {
      return true
    }
    let place = pieces.firstIndex { $0.start > start } ?? pieces.count
    pieces.insert(Piece(start: start, bytes: bytes), at: place)
    heldByteCount += bytes.count
    return true
  }

  /// Where the first gap begins.
  var contiguousEnd: Int {
    var end = next
    for piece in pieces {
      if piece.start > end { break }
      end = max(end, piece.end)
    }
    return end
  }

  /// Takes what follows without a gap on what was taken before.
  mutating func take() -> [UInt8] {
    var result: [UInt8] = []
    while let first = pieces.first, first.start <= next {
      pieces.removeFirst()
      heldByteCount -= first.bytes.count
      guard first.end > next else { continue }
      result += first.bytes[(next - first.start)...]
      next = first.end
    }
    return result
  }
}
