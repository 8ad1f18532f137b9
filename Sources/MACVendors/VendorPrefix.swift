internal import PacketDecoding

/// The first bits of the addresses that were given to one maker.
struct VendorPrefix: Hashable {
  /// The bits at the low end.
  var bits: UInt64
  var length: UInt8

  /// What the IEEE gives out: MA-S, MA-M and MA-L; the narrowest first.
  private static let lengths: [UInt8] = [36, 28, 24]

  /// The ranges that an address may be in; none where it is of no maker.
  static func all(of address: MACAddress) -> [VendorPrefix] {
    // Groups and addresses that were chosen locally.
    guard address.rawValue >> 40 & 3 == 0 else { return [] }
    return lengths.map { VendorPrefix(bits: address.rawValue >> UInt64(48 - $0), length: $0) }
  }
}
