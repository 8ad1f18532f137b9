internal import PacketDecoding

/// A range of addresses that means something by itself, so that an image lies in the range of its original.
struct AddressBlock: Sendable {
  let prefix: UInt128
  let length: Int
  /// The first bits that stay as they are within it; all of them in a range that names nobody.
  let fixedLength: Int

  private init(_ text: StaticString, _ length: Int, fixed: Int? = nil) {
    prefix = IPAddress(text: "\(text)")?.leftAligned ?? 0
    self.length = length
    fixedLength = fixed ?? length
  }

  /// Whether the bit behind the first `length` bits of `value` must not be turned over: it decides
  /// whether the value is in the range, or is one of those that stay.
  func keeps(_ value: UInt128, after length: Int) -> Bool {
    guard length < fixedLength else { return false }
    let shared = min(length, self.length)
    return shared == 0 || (value ^ prefix) >> UInt128(128 - shared) == 0
  }

  /// RFC 6890 and RFC 5771.
  static let v4: [AddressBlock] = [
    AddressBlock("0.0.0.0", 8), AddressBlock("0.0.0.0", 32), AddressBlock("10.0.0.0", 8),
    AddressBlock("100.64.0.0", 10), AddressBlock("127.0.0.0", 8, fixed: 32),
    AddressBlock("169.254.0.0", 16), AddressBlock("172.16.0.0", 12),
    AddressBlock("192.168.0.0", 16), AddressBlock("224.0.0.0", 4),
    AddressBlock("224.0.0.0", 24, fixed: 32), AddressBlock("239.255.255.250", 32),
    AddressBlock("240.0.0.0", 4), AddressBlock("255.255.255.255", 32),
  ]

  /// RFC 4291; of multicast the flags and the scope stay, and what RFC 2375 and others assigned on links
  /// and in sites.
  static let v6: [AddressBlock] = [
    AddressBlock("::", 127, fixed: 128), AddressBlock("::ffff:0:0", 96),
    AddressBlock("64:ff9b::", 96), AddressBlock("2000::", 3), AddressBlock("fc00::", 7),
    AddressBlock("fd00::", 8), AddressBlock("fe80::", 10), AddressBlock("fe80::", 64),
    AddressBlock("fec0::", 10), AddressBlock("ff00::", 8, fixed: 16),
    AddressBlock("ff02::", 111, fixed: 128), AddressBlock("ff02::1:ff00:0", 104),
    AddressBlock("ff05::", 111, fixed: 128),
  ]
}
