/// What an Ethernet frame carries (IEEE 802 numbers).
package enum EtherType {
  /// Below this the field is the length of an 802.3 frame.
  static let leastType: UInt16 = 1536
  static let largestLength: UInt16 = 1500

  /// The layer of an EtherType, or nil if it is not known.
  @inline(__always)
  static func layer(_ type: UInt16) -> ProtocolID? {
    switch type {
    case 0x0800: .ip
    case 0x86DD: .ipv6
    case 0x0806: .arp
    case 0x8100: .vlan
    default: tagLayer(type) ?? rareLayer(type)
    }
  }

  /// Tags and tunnels, behind which other layers follow.
  private static func tagLayer(_ type: UInt16) -> ProtocolID? {
    switch type {
    case 0x9100: .vlan
    case 0x88A8: .ieee8021ad
    case 0x88E7: .ieee8021ah
    case 0x893F: .etag
    case 0x8926: .vntag
    case 0x892F: .hsr
    case 0xF1C1: .ieee8021cb
    case 0x8847, 0x8848: .mpls
    case 0x8864: .pppoes
    case 0x6558: .eth
    case 0x8870: .llc
    case 0x88E5: .macsec
    case 0x894F: .nsh
    case 0x22F3: .trill
    case 0x4305: .batadv
    case 0xD28B: .avsp
    case 0x8909: .cmd
    case 0xA0ED: .lowpan
    default: nil
    }
  }

  private static func rareLayer(_ type: UInt16) -> ProtocolID? {
    switch type {
    case 0x8035: .arp  // RARP has ARP's layout, and Wireshark's name for both is arp
    case 0x8863: .pppoed
    case 0x88CC, 0x8942: .lldp
    case 0x888E, 0x88C7: .eapol
    case 0x8181: .stp
    case 0x8809, 0x8103: .slow
    case 0x88F7: .ptp
    case 0x0842: .wol
    case 0x8137: .ipx
    case 0x809B: .ddp
    case 0x80F3: .aarp
    case 0x88A2: .aoe
    case 0x9000: .loop
    case 0x8902: .cfm
    case 0x8899: .realtek
    case 0x8906: .fcoe
    case 0x8915: .infiniband
    case 0x887B: .homeplug
    case 0x88E1: .homeplugAV
    case 0x88A4: .ecatf
    case 0x8892: .profinet
    case 0x88B8: .goose
    case 0x88BA: .sv
    case 0x88BB, 0xBBBB: .lwapp
    case 0x88CA: .tipc
    case 0x8783: .mint
    case 0x893A: .ieee1905
    case 0x88AE, 0xABCD: .brdwlk
    case 0x6003: .decDNA
    case 0x6004: .lat
    case 0x80D5: .sna
    case 0x809A: .wpan
    case 0x22F4: .isis
    case 0x814C: .snmp
    case 0x8021: .ipcp
    case 0x8057: .ipv6cp
    case 0x80FD: .ccp
    case 0xC021: .lcp
    case 0xC023: .pap
    case 0xC223: .chap
    default: nil
    }
  }
}

extension DecodedPacket {
  @inline(__always)
  mutating func layer(etherType: UInt16) -> ProtocolID {
    EtherType.layer(etherType) ?? stopAtUnknown(.etherType, etherType)
  }
}
