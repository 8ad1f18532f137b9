import PacketDecoding

/// Applications by their registered port (IANA service names), for flows whose content does not tell.
enum KnownPorts {
  static func udp(_ port: UInt16) -> ProtocolID { udpTable[Int(port)] }
  static func tcp(_ port: UInt16) -> ProtocolID { tcpTable[Int(port)] }

  /// True for a port that servers use rather than clients.
  @inline(__always)
  static func isService(_ port: UInt16, ipProtocol: UInt8) -> Bool {
    port < 1024 || (ipProtocol == 6 ? tcp(port) : udp(port)) != .none || extra.contains(port)
  }

  /// Servers without a parser of ours.
  private static let extra: Set<UInt16> = [
    1194, 1433, 1521, 2049, 2082, 2083, 3000, 3128, 4500, 5000, 5201, 5222, 5900, 5985, 6667, 6881,
    7000, 8000, 8008, 8081, 8088, 8443, 8888, 9000, 9090, 9200, 10_000, 11_211, 27_017, 50_051,
  ]

  private static let udpTable = table([
    .dns: [53], .dhcp: [67, 68], .tftp: [69], .ntp: [123], .nbns: [137], .nbdgm: [138],
    .snmp: [161, 162], .isakmp: [500], .syslog: [514], .rip: [520], .ripng: [521],
    .dhcpv6: [546, 547], .ldp: [646], .radius: [1645, 1646, 1812, 1813, 3799], .l2tp: [1701],
    .ssdp: [1900], .hsrp: [1985], .teredo: [3544], .stun: [3478], .bfd: [3784, 4784, 6784, 7784],
    .gtp: [2123],
    .sip: [5060], .mdns: [5353], .llmnr: [5355], .coap: [5683], .wg: [51820], .kerberos: [88],
    .rpc: [111], .nfs: [2049], .ldap: [389], .lwapp: [12222, 12223],
  ])

  private static let tcpTable = table([
    .ftp: [21], .ssh: [22], .telnet: [23], .smtp: [25, 587], .dns: [53], .http: [80, 8080, 3128],
    .kerberos: [88], .pop: [110], .rpc: [111], .nbss: [139, 445], .imap: [143], .bgp: [179],
    .ldap: [389], .tls: [443], .rtsp: [554], .ldp: [646], .socks: [1080], .mqtt: [1883],
    .rdp: [3389], .mysql: [3306], .sip: [5060], .xmpp: [5222], .pgsql: [5432], .amqp: [5672],
    .redis: [6379], .irc: [6667], .modbus: [502], .dnp3: [20000],
  ])

  private static func table(_ ports: [ProtocolID: [UInt16]]) -> [ProtocolID] {
    var result = [ProtocolID](repeating: .none, count: 65_536)
    for (id, list) in ports { for port in list { result[Int(port)] = id } }
    return result
  }
}
