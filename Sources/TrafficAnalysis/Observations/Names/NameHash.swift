/// A hash of names that is the same in every process and for every spelling in upper and lower case (FNV-1a).
enum NameHash {
  static func of(_ name: some StringProtocol) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { add(byte, to: &hash) }
    return hash
  }

  @inline(__always)
  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    hash = (hash ^ UInt64(lower)) &* 0x0000_0100_0000_01B3
  }
}
