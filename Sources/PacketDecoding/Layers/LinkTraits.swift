/// What outer headers say of the frame behind them.
struct LinkTraits: OptionSet {
  var rawValue: UInt8

  /// A Linux cooked capture of version 2.
  static let secondCooked = LinkTraits(rawValue: 0x01)
  static let linuxARCnet = LinkTraits(rawValue: 0x02)
  /// The 802.11 frame ends in its checksum.
  static let checksum = LinkTraits(rawValue: 0x04)
  /// The 802.11 header is padded to a multiple of four bytes.
  static let paddedHeader = LinkTraits(rawValue: 0x08)
  /// The two bytes of 802.11's frame control are swapped, as Cisco's controllers send them.
  static let swappedControl = LinkTraits(rawValue: 0x10)
  /// An IPv6 packet of no stated length with hop-by-hop options (RFC 2675).
  static let jumbogram = LinkTraits(rawValue: 0x20)
}
