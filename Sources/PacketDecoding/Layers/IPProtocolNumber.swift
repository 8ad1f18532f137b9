extension DecodedPacket {
  /// The layer that an IP protocol number names (IANA protocol numbers).
  @inline(__always)
  mutating func layer(ipProtocol number: UInt8) -> ProtocolID {
    ipProtocol = number
    return number == 6 ? .tcp : number == 17 ? .udp : rareLayer(ipProtocol: number)
  }

  private mutating func rareLayer(ipProtocol number: UInt8) -> ProtocolID {
    switch number {
    case 0: .hopopts
    case 1: .icmp
    case 2: .igmp
    case 4: .ip
    case 9: .igrp
    case 33: .dccp
    case 41: .ipv6
    case 43: .routing
    case 44: .fraghdr
    case 46: .rsvp
    case 47: .gre
    case 50: .esp
    case 51: .ah
    case 54: .nhrp
    case 58: .icmpv6
    case 59: .none
    case 60: .dstopts
    case 62: .mipv6  // before RFC 3775 was given a number
    case 80: .osi
    case 88: .eigrp
    case 89: .ospf
    case 97: .etherip
    case 103: .pim
    case 108: .ipcomp
    case 112: .vrrp
    case 113: .pgm
    case 115: .l2tp
    case 132: .sctp
    case 135: .mipv6
    case 136: .udplite
    case 137: .mpls
    case 139: .hip
    case 140: .shim6
    case 143: .eth
    default: stopAtUnknown(.ipProtocol, number)
    }
  }
}
