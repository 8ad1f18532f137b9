/// The kind of frame that a record holds (`LINKTYPE_` values of tcpdump.org/linktypes.html).
package struct LinkType: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt16

  @inlinable
  package init(rawValue: UInt16) { self.rawValue = rawValue }

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
    case 123, 139, 201: 4  // SunATM, MTP2, Bluetooth HCI
    case 204, 205, 206: 1  // a direction in front of PPP, Cisco HDLC and Frame Relay
    default: 0
    }
  }
}

extension LinkType: CustomStringConvertible {
  /// libpcap's name, "EN10MB", or "LINKTYPE 1234" for one without a name here.
  package var description: String { Self.names[rawValue] ?? "LINKTYPE \(rawValue)" }

  private static let names: [UInt16: String] = [
    0: "NULL", 1: "EN10MB", 3: "AX25", 6: "IEEE802", 7: "ARCNET", 8: "SLIP", 9: "PPP", 10: "FDDI",
    12: "RAW", 14: "RAW", 50: "PPP_SERIAL", 51: "PPP_ETHER", 99: "SYMANTEC_FIREWALL",
    100: "ATM_RFC1483", 101: "RAW", 104: "C_HDLC", 105: "IEEE802_11", 107: "FRELAY", 108: "LOOP",
    113: "LINUX_SLL", 114: "LTALK", 117: "PFLOG", 119: "PRISM_HEADER", 122: "IP_OVER_FC",
    123: "SUNATM", 127: "IEEE802_11_RADIO", 129: "ARCNET_LINUX", 138: "APPLE_IP_OVER_IEEE1394",
    139: "MTP2_WITH_PHDR", 140: "MTP2", 141: "MTP3", 142: "SCCP", 143: "DOCSIS", 144: "LINUX_IRDA",
    147: "USER0", 148: "USER1", 149: "USER2", 163: "IEEE802_11_RADIO_AVS", 165: "BACNET_MS_TP",
    166: "PPP_PPPD", 169: "GPRS_LLC", 177: "LINUX_LAPD", 182: "MFR", 187: "BLUETOOTH_HCI_H4",
    189: "USB_LINUX", 192: "PPI", 195: "IEEE802_15_4_WITHFCS", 197: "ERF",
    201: "BLUETOOTH_HCI_H4_WITH_PHDR", 204: "PPP_WITH_DIR", 205: "C_HDLC_WITH_DIR",
    206: "FRELAY_WITH_DIR", 209: "IPMB_LINUX", 215: "IEEE802_15_4_NONASK_PHY",
    220: "USB_LINUX_MMAPPED", 224: "FC_2", 225: "FC_2_WITH_FRAME_DELIMS", 226: "IPNET",
    227: "CAN_SOCKETCAN", 228: "IPV4", 229: "IPV6", 230: "IEEE802_15_4_NOFCS", 231: "DBUS",
    235: "DVB_CI", 236: "MUX27010", 239: "NFLOG", 240: "NETANALYZER", 242: "IPOIB",
    243: "MPEG_2_TS", 247: "INFINIBAND", 248: "SCTP", 249: "USBPCAP", 251: "BLUETOOTH_LE_LL",
    252: "WIRESHARK_UPPER_PDU", 253: "NETLINK", 254: "BLUETOOTH_LINUX_MONITOR", 258: "PKTAP",
    259: "EPON", 265: "NORDIC_BLE", 270: "VSOCK", 271: "VSOCK", 272: "NORDIC_BLE",
    273: "DOCSIS31_XRA31", 276: "LINUX_SLL2", 281: "DSA_TAG_BRCM", 282: "DSA_TAG_BRCM_PREPEND",
    283: "IEEE802_15_4_TAP", 284: "DSA_TAG_DSA", 285: "DSA_TAG_EDSA", 289: "Z_WAVE_SERIAL",
  ]
}
