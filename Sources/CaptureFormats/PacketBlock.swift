/// A batch of packets with the bytes that they lie in.
///
/// A source fills it, then any number of threads may read it until it is filled again.
package final class PacketBlock: @unchecked Sendable {
  package var records: [PacketRecord] = []
  package var bytes: [UInt8]

  /// What a block holds at first: large enough that reading costs little, small enough for the cache.
  package static let defaultCapacity = 320 << 10

  package init(capacity: Int = PacketBlock.defaultCapacity) {
    bytes = [UInt8](repeating: 0, count: capacity)
    records.reserveCapacity(4096)
  }

  /// Frees its memory; it is of no use any more.
  package func removeAll() {
    records = []
    bytes = []
  }

  /// Drops all but the first packets, `count` at most.
  package func keepFirst(_ count: UInt64) {
    guard UInt64(records.count) > count else { return }
    records.removeLast(records.count - Int(count))
  }
}

/// Where packets come from: a file, a stream or a wire.
package protocol PacketSource: AnyObject {
  /// Replaces the contents of `block` by the next packets; false at the end.
  func next(into block: PacketBlock) throws -> Bool
}
