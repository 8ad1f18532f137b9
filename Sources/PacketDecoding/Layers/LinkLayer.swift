extension DecodedPacket {
  /// The outermost layer of a link type (`LINKTYPE_` numbers of tcpdump.org).
  @inline(__always)
  mutating func firstLayer(_ linkType: UInt16) -> ProtocolID {
    linkType == 1 ? .eth : rareFirstLayer(linkType)
  }

  private mutating func rareFirstLayer(_ linkType: UInt16) -> ProtocolID {
    switch linkType {
    case 0, 108: return .null
    case 9, 50, 166, 204: return .ppp
    case 51: return .pppoes
    case 12, 14, 101: return .raw
    case 104, 112, 205: return .chdlc
    case 105: return .wlan
    case 113, 276:
      if linkType == 276 { traits.insert(.secondCooked) }
      return .sll
    case 127: return .radiotap
    case 228: return .ip
    case 229: return .ipv6
    default: return oldFirstLayer(linkType)
    }
  }

  private mutating func oldFirstLayer(_ linkType: UInt16) -> ProtocolID {
    switch linkType {
    case 6: return .tr
    case 7, 129:
      if linkType == 129 { traits.insert(.linuxARCnet) }
      return .arcnet
    case 10: return .fddi
    case 11, 100: return .llc
    case 13, 109: return .enc
    case 16, 18, 19, 106: return .clip
    case 107, 206: return .fr
    case 117: return .pflog
    case 119: return .prism
    case 122: return .ipFC
    case 123: return .atm
    case 128: return .tzsp
    case 149, 258: return .pktap  // Apple's first captures of this kind bear USER2
    case 163: return .wlancap
    case 167, 178...181: return juniperLayer(linkType)
    case 192: return .ppi
    case 226: return .ipnet
    case 239: return .nflog
    case 242: return .ipoib
    case 248: return .sctp
    default: return recognizedLayer(linkType)
    }
  }

  /// What is recognised as what it is, with nothing in it decoded further.
  private mutating func recognizedLayer(_ linkType: UInt16) -> ProtocolID {
    let layer: ProtocolID
    switch linkType {
    case 130...137, 183, 184, 194, 200: layer = .juniper
    case 138: layer = .ap1394
    case 139, 140: layer = .mtp2
    case 141: layer = .mtp3
    case 142: layer = .sccp
    case 143: layer = .docsis
    case 165: layer = .mstp
    case 182: layer = .fr
    case 186, 189, 220, 249, 266, 288, 293...295: layer = .usb
    case 187, 201, 251, 254, 255, 256: layer = .bluetooth
    case 190, 227: layer = .can
    case 195, 215, 230, 283: layer = .wpan
    case 177, 203: layer = .lapd
    case 224, 225: layer = .fibreChannel
    case 231: layer = .dbus
    case 247: layer = .infiniband
    case 252: layer = .exportedPDU
    case 253: layer = .netlink
    case 268: layer = .sna
    case 271: layer = .vsock
    default: return stopAtUnknown(.linkType, linkType)
    }
    path.append(layer)
    return .none
  }
}
