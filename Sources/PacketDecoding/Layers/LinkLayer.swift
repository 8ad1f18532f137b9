extension DecodedPacket {
  /// The outermost layer of a link type (`LINKTYPE_` numbers of tcpdump.org).
  @inline(__always)
  mutating func firstLayer(_ linkType: UInt16) -> ProtocolID {
    linkType == 1 ? .eth : rareFirstLayer(linkType)
  }

  private mutating func rareFirstLayer(_ linkType: UInt16) -> ProtocolID {
    switch linkType {
    case 0, 108: return .null
    case 9, 50, 204: return .ppp
    case 51: return .pppoes
    case 12, 14, 101: return .raw
    case 104, 205: return .chdlc
    case 105: return .wlan
    case 113, 276:
      isSecondCookedVersion = linkType == 276
      return .sll
    case 127: return .radiotap
    case 7: return .arcnet
    case 129:
      isLinuxARCnet = true
      return .arcnet
    case 107, 206: return .fr
    case 149, 258: return .pktap  // Apple's first captures of this kind bear USER2
    case 178: return .juniper
    case 192: return .ppi
    case 226: return .ipnet
    case 239: return .nflog
    case 242: return .ipoib
    case 228: return .ip
    case 229: return .ipv6
    default: break
    }
    // Recognised as what they are; nothing in them is decoded further.
    let known: [UInt16: ProtocolID] = [
      6: .tr, 10: .fddi, 117: .pflog, 119: .prism,
      100: .atm, 123: .atm, 122: .ipFC, 138: .ap1394, 189: .usb, 220: .usb, 249: .usb,
      187: .bluetooth, 201: .bluetooth, 254: .bluetooth, 251: .bluetooth,
      195: .wpan, 215: .wpan, 230: .wpan, 283: .wpan, 227: .can, 253: .netlink,
      247: .infiniband, 231: .dbus, 252: .exportedPDU, 182: .fr,
      106: .clip,
    ]
    guard let layer = known[linkType] else { return stopAtUnknown(.linkType, linkType) }
    path.append(layer)
    return .none
  }
}
