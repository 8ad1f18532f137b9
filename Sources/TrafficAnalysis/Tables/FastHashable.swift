import PacketDecoding

/// What a ``KeyedTable`` finds rows by.
protocol FastHashable: Equatable, Sendable {
  func hashed(by hash: FastHash) -> UInt64
}

extension IPAddress: FastHashable {
  @inline(__always)
  func hashed(by hash: FastHash) -> UInt64 { hash(highWord, low) }

  /// Its first half, with the version of the protocol in a bit that no IPv4 address has.
  @inline(__always)
  var highWord: UInt64 { high ^ (isIPv4 ? 1 << 63 : 0) }
}

extension MACAddress: FastHashable {
  @inline(__always)
  func hashed(by hash: FastHash) -> UInt64 { hash(rawValue, 0) }
}

extension FixedWidthInteger where Self: Sendable {
  @inline(__always)
  func hashed(by hash: FastHash) -> UInt64 { hash(UInt64(truncatingIfNeeded: self), 0) }
}

extension UInt8: FastHashable {}
extension UInt16: FastHashable {}
extension UInt64: FastHashable {}

extension String: FastHashable {
  func hashed(by hash: FastHash) -> UInt64 {
    var result = UInt64(utf8.count)
    var word: UInt64 = 0
    let bytes = utf8.span
    for index in bytes.indices {
      // Texts that are equal to Unicode, whatever their bytes, need the hash of the library.
      if bytes[index] >= 0x80 { return UInt64(truncatingIfNeeded: hashValue) }
      word = word << 8 | UInt64(bytes[index])
      if index & 7 == 7 {
        result = hash.mix(result, word)
        word = 0
      }
    }
    return hash(result, word)
  }
}
