internal import Crypto
package import PacketDecoding
internal import Synchronization

/// Gives addresses, names and texts images that depend on them and on a key alone.
///
/// Whoever has the key can try which original an image is of; without it, nobody can.
package final class Anonymizer: Sendable {
  /// What was given an image so far, for sentences that hold it.
  private struct Memory {
    var addresses: AddressMap
    var names: [Kind: [String: String]] = [:]
  }

  /// What a name is of; the same word may be of several, with an image for each.
  enum Kind: String, CaseIterable { case name, interface, file, text }

  private static let nameLimit = 1 << 17

  package let macTreatment: MACTreatment
  private let memory: Mutex<Memory>
  private let macCipher: CryptoPAn
  private let hashKey: SymmetricKey

  package init(_ key: AnonymizationKey, macTreatment: MACTreatment = .full) {
    self.macTreatment = macTreatment
    memory = Mutex(Memory(addresses: AddressMap(CryptoPAn(key))))
    macCipher = CryptoPAn(bytes: key.derived("adapters"))
    hashKey = SymmetricKey(data: key.derived("names"))
  }

  // MARK: - Addresses

  package func address(_ address: IPAddress) -> IPAddress {
    memory.withLock { $0.addresses.image(address) }
  }

  /// A network: its image has no bits behind the prefix either.
  package func network(_ address: IPAddress, length: Int) -> IPAddress {
    memory.withLock { $0.addresses.image(address, prefixLength: length) }
  }

  package func mac(_ address: MACAddress) -> MACAddress {
    if address == .zero { return address }
    if address.isGroup { return group(address) }
    if macTreatment == .keepVendor {
      // Prefix by prefix, as hashes of 24 bits would meet.
      let value = UInt128(address.rawValue) << 80
      var image = value
      for length in 24..<48 where macCipher.turns(value, after: length) {
        image ^= 1 << UInt128(127 - length)
      }
      return MACAddress(rawValue: UInt64(truncatingIfNeeded: image >> 80))
    }
    let hash = digest(of: address.description, as: "mac")
    let bits = hash.prefix(6).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    // Locally administered and of one adapter (IEEE 802-2014 section 8.2).
    return MACAddress(rawValue: bits & 0xFCFF_FFFF_FFFF | 0x0200_0000_0000)
  }

  /// Groups name protocols; those made of an IP address follow its image.
  private func group(_ address: MACAddress) -> MACAddress {
    let bits = address.rawValue
    if bits >> 25 == 0x0100_5E00_0000 >> 25 {
      // 23 bits of an IPv4 group (RFC 1112 section 6.4); which of 32 is not known.
      let low = UInt32(truncatingIfNeeded: bits & 0x7F_FFFF)
      let known: UInt32 = low == 0x7F_FFFA ? 0xEF80_0000 : 0xE000_0000
      return MACAddress(
        rawValue: bits & ~0x7F_FFFF | self.address(IPAddress(v4: known | low)).low & 0x7F_FFFF)
    }
    guard bits >> 32 == 0x3333 else { return address }
    // 32 bits of an IPv6 group (RFC 2464 section 7).
    let low = bits & 0xFFFF_FFFF
    let solicited: UInt64 = low >> 24 == 0xFF ? 1 << 32 : 0
    let image = self.address(IPAddress(high: 0xFF02_0000_0000_0000, low: solicited | low))
    return MACAddress(rawValue: 0x3333_0000_0000 | image.low & 0xFFFF_FFFF)
  }

  // MARK: - Hashes

  /// 32 bytes that are the same for the same text of the same kind.
  func digest(of text: String, as kind: String) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array("\(kind)\0\(text)".utf8), using: hashKey))
  }

  /// Eight characters that stand for a text.
  func token(_ text: String, as kind: Kind) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    let hash = digest(of: text, as: kind.rawValue)
    let bits = hash.prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return String(
      decoding: (0..<8).map { letters[Int(bits >> UInt64(35 - 5 * $0) & 31)] }, as: UTF8.self)
  }

  /// A number in hexadecimal of as many bytes.
  func hexadecimal(_ text: String, bytes count: Int) -> String {
    digest(of: text, as: "number").prefix(count).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  // MARK: - Memory

  /// The image of a name of this kind, made once.
  func remember(_ name: String, as kind: Kind, _ image: () -> String) -> String {
    if let known = memory.withLock({ $0.names[kind]?[name] }) { return known }
    let made = image()
    memory.withLock { memory in
      if memory.names[kind, default: [:]].count >= Self.nameLimit { memory.names[kind] = [:] }
      memory.names[kind, default: [:]][name] = made
    }
    return made
  }

  /// The image of what had one before, of whatever kind it is.
  func recall(_ name: String) -> String? {
    memory.withLock { memory in
      for kind in Kind.allCases {
        if let image = memory.names[kind]?[name] { return image }
      }
      return nil
    }
  }
}
