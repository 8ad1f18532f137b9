package import PacketDecoding

/// What a ``KeyedTable`` finds rows by.
package protocol FastHashable: Equatable, Sendable {
  func hashed(by hash: FastHash) -> UInt64
}

extension IPAddress: FastHashable {
  @inline(__always)
  package func hashed(by hash: FastHash) -> UInt64 { hash(highWord, low) }

  /// Its first half, with the version of the protocol in a bit that no IPv4 address has.
  @inline(__always)
  var highWord: UInt64 { high ^ (isIPv4 ? 1 << 63 : 0) }
}

extension MACAddress: FastHashable {
  @inline(__always)
  package func hashed(by hash: FastHash) -> UInt64 { hash(rawValue, 0) }
}

extension FixedWidthInteger where Self: Sendable {
  @inline(__always)
  package func hashed(by hash: FastHash) -> UInt64 { hash(UInt64(truncatingIfNeeded: self), 0) }
}

extension Int: FastHashable {}
extension UInt8: FastHashable {}
extension UInt16: FastHashable {}
extension UInt64: FastHashable {}

extension CredentialKind: FastHashable {
  package func hashed(by hash: FastHash) -> UInt64 { rawValue.hashed(by: hash) }
}

extension Bool: FastHashable {
  @inline(__always)
  package func hashed(by hash: FastHash) -> UInt64 { hash(self ? 1 : 0, 0) }
}

extension Optional: FastHashable where Wrapped: FastHashable {
  @inline(__always)
  package func hashed(by hash: FastHash) -> UInt64 { map { $0.hashed(by: hash) } ?? 0 }
}

extension String: FastHashable {
  package func hashed(by hash: FastHash) -> UInt64 {
    var result = UInt64(utf8.count) ^ 0x9E37_79B9_7F4A_7C15
    let isASCII = utf8.span.allWords { word in
      result = hash.mix(result, word)
      return ASCIIWords.isASCII(word)
    }
    // Texts that are equal to Unicode, whatever their bytes, need the hash of the library.
    guard isASCII else { return UInt64(truncatingIfNeeded: hashValue) }
    return hash(result, 0)
  }
}
