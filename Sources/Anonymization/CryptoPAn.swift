internal import Crypto
internal import CryptoExtras

/// The bits that Crypto-PAn turns over: two values that begin with the same bits have images that begin
/// with as many bits in common, and differ in the next (Xu, Fan, Ammar and Moon, "Prefix-Preserving IP
/// Address Anonymization", ICNP 2002).
///
/// Values stand at the high end of 128 bits, whatever their width.
package struct CryptoPAn: Sendable {
  private let key: SymmetricKey
  private let padding: UInt128

  /// Of a key of 32 bytes: 16 for AES, and 16 that AES makes into the padding.
  package init(_ key: AnonymizationKey) {
    self.init(bytes: key.bytes)
  }

  init(bytes: [UInt8]) {
    key = SymmetricKey(data: bytes[..<16])
    padding = Self.permute(bytes[16...].reduce(0) { $0 << 8 | UInt128($1) }, key)
  }

  /// Whether the bit behind the first `length` bits of `value` is turned over.
  func turns(_ value: UInt128, after length: Int) -> Bool {
    let mask = length == 0 ? 0 : UInt128.max << UInt128(128 - length)
    return Self.permute(value & mask | padding & ~mask, key) >> 127 == 1
  }

  /// The plain mapping of a whole value.
  package func image(_ value: UInt128, width: Int) -> UInt128 {
    var result = value
    for length in 0..<width where turns(value, after: length) {
      result ^= 1 << UInt128(127 - length)
    }
    return result
  }

  private static func permute(_ block: UInt128, _ key: SymmetricKey) -> UInt128 {
    var bytes = (0..<16).map { UInt8(truncatingIfNeeded: block >> UInt128(120 - 8 * $0)) }
    // A block of 16 bytes and a key of AES are all that it asks for.
    guard (try? AES.permute(&bytes, key: key)) != nil else {
      preconditionFailure("AES takes a block of 16 bytes and a key of 16")
    }
    return bytes.reduce(0) { $0 << 8 | UInt128($1) }
  }
}
