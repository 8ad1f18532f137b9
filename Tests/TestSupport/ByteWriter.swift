extension [UInt8] {
  /// Appends an integer in the given byte order.
  package mutating func append<T: FixedWidthInteger>(_ value: T, bigEndian: Bool) {
    let size = MemoryLayout<T>.size
    for index in 0..<size {
      let shift = (bigEndian ? size - 1 - index : index) * 8
      append(UInt8(truncatingIfNeeded: value >> T(shift)))
    }
  }

  /// Appends an integer in network byte order.
  package mutating func appendNetwork<T: FixedWidthInteger>(_ value: T) {
    append(value, bigEndian: true)
  }

  /// `count` bytes that differ from their neighbours and, by `seed`, from those of other packets.
  package static func pattern(_ count: Int, seed: Int = 0) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ seed &* 31 &+ $0 >> 8) }
  }
}
