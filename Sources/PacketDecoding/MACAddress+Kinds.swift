extension MACAddress {
  /// True for broadcast and multicast addresses.
  @inlinable
  package var isGroup: Bool { rawValue >> 40 & 1 == 1 }

  /// True for addresses that adapters share on purpose: VRRP and CARP (RFC 9568 section 7.3), HSRP, GLBP.
  package var isShared: Bool {
    switch rawValue >> 8 {
    case 0x00_005E_0001, 0x00_005E_0002: true  // VRRP for IPv4 and IPv6, CARP
    case 0x00_000C_07AC: true  // HSRP
    case 0x00_000C_9FF0...0x00_000C_9FFF: true  // HSRP version 2
    case 0x00_0573_A000...0x00_0573_A00F: true  // HSRP for IPv6
    default: rawValue >> 16 == 0x0007_B400  // GLBP
    }
  }
}
