internal import Crypto

/// What images depend on: the same key gives the same images.
package struct AnonymizationKey: Sendable {
  package static let byteCount = 32

  /// As Crypto-PAn takes them: a key of AES-128, then what becomes the padding.
  let bytes: [UInt8]

  /// 32 bytes are the key as they are; of more, which may be a pass phrase, the SHA-256 is; fewer are
  /// none.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.byteCount else { return nil }
    self.bytes = bytes.count == Self.byteCount ? bytes : Array(SHA256.hash(data: bytes))
  }

  /// One that nobody knows, so that images cannot be told again.
  package static func random() -> AnonymizationKey {
    var generator = SystemRandomNumberGenerator()
    return AnonymizationKey(
      (0..<byteCount).map { _ in UInt8.random(in: 0...255, using: &generator) })!
  }

  /// A key for another purpose, from which this one cannot be told (RFC 5869).
  func derived(_ purpose: String) -> [UInt8] {
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: bytes), info: Array("packetpress \(purpose)".utf8),
      outputByteCount: Self.byteCount)
    return unsafe key.withUnsafeBytes { unsafe Array($0) }
  }
}
