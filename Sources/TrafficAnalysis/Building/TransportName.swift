import PacketDecoding

/// What reports call transport protocols.
enum TransportName {
  static func known(_ number: UInt8) -> String? {
    switch number {
    case 1: "ICMP"
    case 2: "IGMP"
    case 4: "IPIP"
    case 6: "TCP"
    case 17: "UDP"
    case 33: "DCCP"
    case 41: "IPv6"
    case 46: "RSVP"
    case 47: "GRE"
    case 50: "ESP"
    case 51: "AH"
    case 58: "ICMPv6"
    case 88: "EIGRP"
    case 89: "OSPF"
    case 103: "PIM"
    case 112: "VRRP"
    case 132: "SCTP"
    case 136: "UDP-Lite"
    default: nil
    }
  }

  /// "TCP", "IP proto 115"; with "fragment" where the ports are in a part that was not captured.
  static func of(_ flow: Flow) -> String {
    let number = flow.key.ipProtocol
    let name = known(number) ?? "IP proto \(number)"
    return flow.isPortless ? name + " fragment" : name
  }

  static func hasPorts(_ flow: Flow) -> Bool {
    !flow.isPortless && hasPorts(flow.key.ipProtocol)
  }

  /// TCP, UDP, DCCP, SCTP and UDP-Lite.
  @inline(__always)
  static func hasPorts(_ ipProtocol: UInt8) -> Bool {
    switch ipProtocol {
    case 6, 17, 33, 132, 136: true
    default: false
    }
  }
}
