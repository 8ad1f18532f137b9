/// Packets by length, in the classes that RMON (RFC 2819) counts, and above them jumbo frames.
struct PacketSizeTally: Sendable {
  private static let starts = [0, 64, 128, 256, 512, 1024, 1519, 4096, 9019, 65_536]
  private var counts = InlineArray<10, UInt64>(repeating: 0)

  @inline(__always)
  mutating func add(_ length: UInt32) {
    // Below 1024 the class is a power of two.
    let bits = 32 - length.leadingZeroBitCount
    counts[bits <= 10 ? max(0, bits - 6) : Self.largeClass(Int(length))] &+= 1
  }

  private static func largeClass(_ length: Int) -> Int {
    (starts.lastIndex { $0 <= length }) ?? 0
  }

  mutating func merge(_ other: PacketSizeTally) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  func bins() -> [PacketSizeBin] {
    counts.indices.map { index in
      let next = index + 1 < Self.starts.count ? Self.starts[index + 1] - 1 : nil
      return PacketSizeBin(from: Self.starts[index], to: next, packets: counts[index])
    }
  }
}
