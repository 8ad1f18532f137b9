import Crypto
import CryptoExtras

/// Takes the protection off the Initial packets of one sender (RFC 9001 section 5): AES-128-GCM over the
/// payload, AES over the header.
struct QUICPacketProtection: Sendable {
  private static let tagByteCount = 16
  private static let sampleByteCount = 16

  private let key: SymmetricKey
  private let headerKey: SymmetricKey
  private let vector: [UInt8]
  /// The highest packet number seen, from which truncated ones are told (RFC 9000 appendix A.3).
  private var highest: UInt64 = 0

  /// Derives the keys from a secret.
  init(_ secret: QUICKeyDerivation.Expansion, _ labels: QUICKeyDerivation.KeyLabels) {
    key = SymmetricKey(data: secret.expand(labels.key))
    headerKey = SymmetricKey(data: secret.expand(labels.headerKey))
    vector = secret.expand(labels.vector)
  }

  /// The frames of a whole packet whose number is `offset` bytes from its beginning; nil if the keys are
  /// not those of the packet, or it is damaged.
  mutating func open(_ packet: [UInt8], numberOffset offset: Int) -> [UInt8]? {
    let sampleStart = offset + 4
    guard offset > 0, packet.count >= sampleStart + Self.sampleByteCount else { return nil }
    var mask = Array(packet[sampleStart..<sampleStart + Self.sampleByteCount])
    guard (try? AES.permute(&mask, key: headerKey)) != nil else { return nil }
    var header = Array(packet[..<sampleStart])
    header[0] ^= mask[0] & 0x0F
    let numberLength = Int(header[0] & 3) + 1
    header.removeLast(4 - numberLength)
    var truncated: UInt64 = 0
    for index in 0..<numberLength {
      header[offset + index] ^= mask[1 + index]
      truncated = truncated << 8 | UInt64(header[offset + index])
    }
    let number = whole(truncated, bits: UInt64(numberLength) * 8)
    guard let frames = decrypt(packet[header.count...], number: number, header: header) else {
      return nil
    }
    highest = max(highest, number)
    return frames
  }

  private func decrypt(
    _ body: ArraySlice<UInt8>, number: UInt64, header: [UInt8]
  ) -> [UInt8]? {
    guard body.count >= Self.tagByteCount else { return nil }
    var nonce = vector
    for index in 0..<8 {
      nonce[11 - index] ^= UInt8(truncatingIfNeeded: number >> UInt64(8 * index))
    }
    let box = try? AES.GCM.SealedBox(
      nonce: AES.GCM.Nonce(data: nonce), ciphertext: body.dropLast(Self.tagByteCount),
      tag: body.suffix(Self.tagByteCount))
    guard let box, let frames = try? AES.GCM.open(box, using: key, authenticating: header) else {
      return nil
    }
    return Array(frames)
  }

  /// The number that is nearest to the one expected next.
  private func whole(_ truncated: UInt64, bits: UInt64) -> UInt64 {
    let expected = highest &+ 1
    let window: UInt64 = 1 << bits
    let candidate = expected & ~(window - 1) | truncated
    if candidate &+ window / 2 <= expected { return candidate &+ window }
    if candidate > expected &+ window / 2, candidate >= window { return candidate &- window }
    return candidate
  }
}
