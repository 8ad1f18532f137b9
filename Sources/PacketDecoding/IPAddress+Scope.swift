extension IPAddress {
  /// The IPv4 address inside an IPv4-mapped one (RFC 4291 section 2.5.5.2), or the address itself.
  package var unmapped: IPAddress {
    !isIPv4 && high == 0 && low >> 32 == 0xFFFF
      ? IPAddress(v4: UInt32(truncatingIfNeeded: low)) : self
  }

  /// True for an address of the host itself, whose packets never leave it.
  package var isLoopback: Bool {
    let address = unmapped
    return address.isIPv4 ? address.low >> 24 == 127 : address.high == 0 && address.low == 1
  }

  /// True for an address that is nobody's on the Internet: private, shared, link-local, loopback,
  /// multicast, broadcast or reserved (IANA special-purpose address registries, RFC 6890).
  ///
  /// The ranges for documentation are not: they stand for public ones.
  package var isPrivate: Bool {
    let address = unmapped
    if address.isIPv4 {
      let bits = UInt32(truncatingIfNeeded: address.low)
      return Self.privateIPv4.contains { bits >> (32 - $0.length) == $0.bits >> (32 - $0.length) }
    }
    switch high {
    case 0 where low <= 1: return true  // unspecified, loopback
    case 0x0064_FF9B_0001_0000...0x0064_FF9B_0001_FFFF: return true  // local translation
    case 0x0100_0000_0000_0000: return true  // discard only
    default: break
    }
    let top = UInt16(high >> 48)
    // Unique local, link-local, site-local and multicast.
    return top >> 9 == 0xFC00 >> 9 || top >> 6 == 0xFE80 >> 6 || top >> 6 == 0xFEC0 >> 6
      || top >> 8 == 0xFF
  }

  private static let privateIPv4: [(bits: UInt32, length: UInt32)] = [
    (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16),
    (0xAC10_0000, 12), (0xC000_0000, 24), (0xC0A8_0000, 16), (0xC612_0000, 15), (0xE000_0000, 3),
  ]
}
