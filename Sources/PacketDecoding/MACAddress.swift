/// A 48-bit IEEE 802 address.
public struct MACAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The address in the low 48 bits.
  public var rawValue: UInt64

  @inlinable
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  public static let zero = MACAddress(rawValue: 0)
  public static let broadcast = MACAddress(rawValue: 0xFFFF_FFFF_FFFF)

  @inlinable
  public static func == (left: MACAddress, right: MACAddress) -> Bool {
    left.rawValue == right.rawValue
  }

  @inlinable
  public static func < (left: MACAddress, right: MACAddress) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Six pairs of lower-case hexadecimal digits with colons, as Wireshark writes them.
  public var description: String {
    (0..<6).map { index in
      let byte = UInt8(truncatingIfNeeded: rawValue >> UInt64(40 - index * 8))
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined(separator: ":")
  }
}
