import CaptureFormats
import Synchronization

/// The newest packets of a capture on a wire, which cannot be read again: findings name packets that
/// went by a while ago.
final class PacketBacklog: Sendable {
  /// Some packets, in the order of their numbers.
  struct Batch: Sendable {
    fileprivate(set) var records: [PacketRecord] = []
    fileprivate(set) var bytes: [UInt8] = []

    fileprivate var byteCount: Int {
      bytes.count + records.count * MemoryLayout<PacketRecord>.stride
    }
  }

  private struct State {
    /// The oldest first.
    var batches: [Batch] = []
    var byteCount = 0
  }

  /// The oldest packets go by so many.
  private static let batchByteCount = 256 << 10

  /// What all packets together may take.
  let byteLimit: Int
  private let state = Mutex(State())

  /// Of a process that may take `memory` bytes in all.
  init(ofMemory memory: Int) { byteLimit = memory / 32 }

  /// Copies the packets of a block; on the capturing thread.
  func append(_ block: PacketBlock) {
    guard let range = Self.range(of: block.records) else { return }
    state.withLock { state in
      var batch = Batch()
      if let last = state.batches.last, last.byteCount < Self.batchByteCount {
        state.batches.removeLast()
        batch = last
      }
      let before = batch.byteCount
      let shift = batch.bytes.count - range.lowerBound
      batch.bytes += block.bytes[range]
      for var record in block.records {
        record.offset += shift
        batch.records.append(record)
      }
      state.byteCount += batch.byteCount - before
      state.batches.append(batch)
      while state.byteCount > byteLimit, state.batches.count > 1 {
        state.byteCount -= state.batches.removeFirst().byteCount
      }
    }
  }

  /// What there is now; nobody waits while it is looked through.
  var batches: [Batch] { state.withLock { $0.batches } }

  /// Where the packets lie in their block, which may be larger by far.
  private static func range(of records: [PacketRecord]) -> Range<Int>? {
    guard let start = records.lazy.map(\.offset).min(),
      let end = records.lazy.map({ $0.offset + $0.capturedLength }).max()
    else { return nil }
    return start..<end
  }
}
