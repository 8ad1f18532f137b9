import PacketDecoding

/// Texts in words of eight bytes, of which eight are looked at at once.
package enum ASCIIWords {
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The bits of `highBits` where a byte is an upper case letter.
  @inline(__always)
  private static func upperCase(_ word: UInt64) -> UInt64 {
    let low = word & ~highBits
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let behindZ = low &+ 0x2525_2525_2525_2525
    return fromA & ~behindZ & ~word & highBits
  }

  /// False if a byte is an upper case letter, or no ASCII.
  @inline(__always)
  package static func isInLowerCase(_ word: UInt64) -> Bool {
    upperCase(word) | word & highBits == 0
  }

  @inline(__always)
  package static func isASCII(_ word: UInt64) -> Bool { word & highBits == 0 }

  @inline(__always)
  package static func inLowerCase(_ word: UInt64) -> UInt64 { word | upperCase(word) >> 2 }
}

extension Span<UInt8> {
  /// Hands out all bytes in words, the first byte in the highest bits, with zeros behind the last; stops
  /// where `body` returns false, which is what it returns then.
  @inline(__always)
  package func allWords(_ body: (UInt64) -> Bool) -> Bool {
    let reader = unsafe ByteReader(bytes)
    let rest = count & 7
    var offset = 0
    while let word: UInt64 = reader.peek(at: offset) {
      guard body(word) else { return false }
      offset += 8
    }
    guard rest > 0 else { return true }
    if let last: UInt64 = reader.peek(at: count - 8) { return body(last << UInt64(64 - 8 * rest)) }
    var word: UInt64 = 0
    for index in indices { word = word << 8 | UInt64(self[index]) }
    return body(word << UInt64(64 - 8 * rest))
  }
}
