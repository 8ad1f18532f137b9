/// The kind of frame that a record holds (`LINKTYPE_` values of tcpdump.org/linktypes.html).
public struct LinkType: RawRepresentable, Hashable, Sendable {
  public var rawValue: UInt16

  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let null = LinkType(rawValue: 0)
  package static let ethernet = LinkType(rawValue: 1)
  package static let ppp = LinkType(rawValue: 9)
  package static let rawIP12 = LinkType(rawValue: 12)
  package static let rawIP14 = LinkType(rawValue: 14)
  package static let pppHDLC = LinkType(rawValue: 50)
  package static let pppEthernet = LinkType(rawValue: 51)
  package static let raw = LinkType(rawValue: 101)
  package static let ciscoHDLC = LinkType(rawValue: 104)
  package static let ieee80211 = LinkType(rawValue: 105)
  package static let loop = LinkType(rawValue: 108)
  package static let linuxSLL = LinkType(rawValue: 113)
  package static let ieee80211Radiotap = LinkType(rawValue: 127)
  package static let pppWithDirection = LinkType(rawValue: 204)
  package static let ipv4 = LinkType(rawValue: 228)
  package static let ipv6 = LinkType(rawValue: 229)
  package static let nflog = LinkType(rawValue: 239)
  package static let linuxSLL2 = LinkType(rawValue: 276)
  /// Of a record that is no packet; LINKTYPE_ values are far below.
  package static let none = LinkType(rawValue: .max)
}

extension LinkType {
  /// Bytes that the capturing system put in front of every frame and that were never on a wire; like
  /// Wireshark, nothing counts them.
  package var pseudoHeaderLength: Int {
    switch rawValue {
    case 123, 139, 201, 254: 4  // SunATM, MTP2, Bluetooth HCI and its monitor
    case 196, 209: 5  // SITA, I2C
    case 245: 2  // NFC
    case 204, 205, 206: 1  // a direction in front of PPP, Cisco HDLC and Frame Relay
    default: 0
    }
  }
}
