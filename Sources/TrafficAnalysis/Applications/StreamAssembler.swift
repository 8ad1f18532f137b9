import CaptureFormats
import PacketDecoding

/// Puts the segments of one direction into order, holding early ones back within a bound.
package struct StreamAssembler {
  /// Bytes held back in one direction; beyond it the gap is given up.
  package static let holdLimit = 128 << 10
  private static let segmentLimit = 256

  private struct Held {
    var sequence: UInt32
    var bytes: [UInt8]
    /// Bytes of the segment that were not captured.
    var missing: Int
  }

  /// Bytes that are not there.
  package struct Gap: Hashable, Sendable {
    package var byteCount: Int
    /// Whether they are the end of the segment before, cut off by the snapshot length.
    package var isCut: Bool

    package init(byteCount: Int, isCut: Bool) {
      self.byteCount = byteCount
      self.isCut = isCut
    }
  }

  /// What comes next, once it is known.
  private var next: UInt32?
  private var held: [Held] = []
  private var heldBytes = 0

  /// About what is held back takes in memory.
  package var heldByteCount: Int { heldBytes + held.count * 96 }

  package init() {}

  /// Whether nothing is missing before a sequence number.
  package func isComplete(to sequence: UInt32) -> Bool { next == nil || next == sequence }

  /// True while bytes are held back behind a gap.
  package var isWaiting: Bool { !held.isEmpty }

  /// Takes a segment; `deliver` gets the bytes that are now in order, `gap` which are missing.
  package mutating func add(
    _ payload: RawSpan, sequence: UInt32, wireLength: Int, deliver: (RawSpan) -> Void,
    gap: (Gap) -> Void
  ) {
    let expected = next ?? sequence
    let ahead = Int(Int32(bitPattern: sequence &- expected))
    if ahead > 0 {
      hold(payload, sequence, missing: wireLength - payload.byteCount)
      if heldBytes <= Self.holdLimit, held.count <= Self.segmentLimit { return }
      giveUp(expected, deliver: deliver, gap: gap)
      return
    }
    // A segment sent again may bring new bytes at its end.
    let old = min(-ahead, wireLength)
    next = expected &+ UInt32(wireLength - old)
    if old < payload.byteCount { deliver(payload.extracting(old..<payload.byteCount)) }
    let missing = wireLength - max(old, payload.byteCount)
    if missing > 0 { gap(Gap(byteCount: missing, isCut: true)) }
    if !held.isEmpty { release(deliver: deliver, gap: gap) }
  }

  private mutating func hold(_ payload: RawSpan, _ sequence: UInt32, missing: Int) {
    guard !held.contains(where: { $0.sequence == sequence && $0.bytes.count >= payload.byteCount })
    else { return }
    var reader = ByteReader(payload)
    let bytes = (try? reader.readBytes(payload.byteCount)) ?? []
    let place = held.firstIndex { isBefore(sequence, $0.sequence) } ?? held.count
    held.insert(Held(sequence: sequence, bytes: bytes, missing: max(0, missing)), at: place)
    heldBytes += bytes.count
  }

  private mutating func release(deliver: (RawSpan) -> Void, gap: (Gap) -> Void) {
    while let first = held.first, let expected = next, !isBefore(expected, first.sequence) {
      held.removeFirst()
      heldBytes -= first.bytes.count
      let old = Int(expected &- first.sequence)
      let whole = first.bytes.count + first.missing
      guard old < whole else { continue }
      next = first.sequence &+ UInt32(truncatingIfNeeded: whole)
      let bytes = first.bytes
      if old < bytes.count { deliver(bytes.rawSpan.extracting(old..<bytes.count)) }
      let missing = whole - max(old, bytes.count)
      if missing > 0 { gap(Gap(byteCount: missing, isCut: true)) }
    }
  }

  private mutating func giveUp(
    _ expected: UInt32, deliver: (RawSpan) -> Void, gap: (Gap) -> Void
  ) {
    guard let first = held.first else { return }
    gap(Gap(byteCount: Int(first.sequence &- expected), isCut: false))
    next = first.sequence
    release(deliver: deliver, gap: gap)
  }

  /// Delivers what is held, gaps and all, when no more will come.
  package mutating func finish(deliver: (RawSpan) -> Void, gap: (Gap) -> Void) {
    while !held.isEmpty, let expected = next { giveUp(expected, deliver: deliver, gap: gap) }
  }
}
