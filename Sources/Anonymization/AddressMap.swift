internal import PacketDecoding

/// Maps addresses so that networks stay networks, and each stays in the range that gives it a meaning.
struct AddressMap: Sendable {
  /// A byte of an address behind those before it: what is turned over in it.
  private struct Step: Hashable {
    var prefix: UInt128
    /// Of the byte, from 0.
    var place: UInt8
    var isIPv4: Bool
  }

  /// Steps that are remembered; a live capture sees ever more addresses.
  private static let stepLimit = 1 << 18

  private let cipher: CryptoPAn
  private var steps: [Step: UInt8] = [:]

  init(_ cipher: CryptoPAn) { self.cipher = cipher }

  mutating func image(_ address: IPAddress) -> IPAddress {
    if let embedded = address.embeddedIPv4 {
      return IPAddress(high: address.high, low: address.low & ~0xFFFF_FFFF | image(embedded).low)
    }
    if steps.count > Self.stepLimit { steps.removeAll() }
    let value = address.leftAligned
    var result = value
    for place in 0..<(address.isIPv4 ? 4 : 16) {
      result ^= UInt128(turned(value, place, isIPv4: address.isIPv4)) << UInt128(120 - 8 * place)
    }
    return IPAddress(leftAligned: result, isIPv4: address.isIPv4)
  }

  /// The image of a network, without bits behind its prefix.
  mutating func image(_ address: IPAddress, prefixLength: Int) -> IPAddress {
    let length = max(0, min(prefixLength, address.isIPv4 ? 32 : 128))
    let mask = length == 0 ? 0 : UInt128.max << UInt128(128 - length)
    return IPAddress(leftAligned: image(address).leftAligned & mask, isIPv4: address.isIPv4)
  }

  private mutating func turned(_ value: UInt128, _ place: Int, isIPv4: Bool) -> UInt8 {
    let step = Step(
      prefix: value >> UInt128(120 - 8 * place), place: UInt8(place), isIPv4: isIPv4)
    if let known = steps[step] { return known }
    let blocks = isIPv4 ? AddressBlock.v4 : AddressBlock.v6
    var bits: UInt8 = 0
    for length in 8 * place..<8 * place + 8 {
      let stays = blocks.contains { $0.keeps(value, after: length) }
      bits = bits << 1 | (!stays && cipher.turns(value, after: length) ? 1 : 0)
    }
    steps[step] = bits
    return bits
  }
}

extension IPAddress {
  /// What an IPv4-mapped address (RFC 4291 section 2.5.5.2) or one of a translator (RFC 6052 section 2.1)
  /// stands for.
  fileprivate var embeddedIPv4: IPAddress? {
    guard !isIPv4,
      high == 0 && low >> 32 == 0xFFFF || high == 0x0064_FF9B_0000_0000 && low >> 32 == 0
    else { return nil }
    return IPAddress(v4: UInt32(truncatingIfNeeded: low))
  }
}
