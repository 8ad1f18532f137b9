/// Names of ICMP messages (IANA "ICMP Parameters" and "ICMPv6 Parameters").
enum ICMPName {
  static func v4(type: UInt8, code: UInt8) -> String {
    switch type {
    case 0: "Echo reply"
    case 3: "Destination unreachable (\(unreachable[code] ?? "code \(code)"))"
    case 4: "Source quench"
    case 5: "Redirect"
    case 8: "Echo request"
    case 9: "Router advertisement"
    case 10: "Router solicitation"
    case 11: code == 1 ? "Fragment reassembly time exceeded" : "Time to live exceeded"
    case 12: "Parameter problem"
    case 13: "Timestamp request"
    case 14: "Timestamp reply"
    case 17: "Address mask request"
    case 18: "Address mask reply"
    default: "Type \(type)"
    }
  }

  private static let unreachable: [UInt8: String] = [
    0: "network unreachable", 1: "host unreachable", 2: "protocol unreachable",
    3: "port unreachable", 4: "fragmentation needed", 5: "source route failed",
    6: "network unknown", 7: "host unknown", 9: "network prohibited", 10: "host prohibited",
    13: "communication prohibited",
  ]

  static func v6(type: UInt8, code: UInt8) -> String {
    switch type {
    case 1: "Destination unreachable (\(unreachableV6[code] ?? "code \(code)"))"
    case 2: "Packet too big"
    case 3: code == 1 ? "Fragment reassembly time exceeded" : "Hop limit exceeded"
    case 4: "Parameter problem"
    case 128: "Echo request"
    case 129: "Echo reply"
    case 130: "Multicast listener query"
    case 131: "Multicast listener report"
    case 132: "Multicast listener done"
    case 133: "Router solicitation"
    case 134: "Router advertisement"
    case 135: "Neighbor solicitation"
    case 136: "Neighbor advertisement"
    case 137: "Redirect"
    case 143: "Multicast listener report v2"
    default: "Type \(type)"
    }
  }

  private static let unreachableV6: [UInt8: String] = [
    0: "no route", 1: "prohibited", 2: "beyond scope", 3: "address unreachable",
    4: "port unreachable", 5: "policy", 6: "route rejected",
  ]
}
