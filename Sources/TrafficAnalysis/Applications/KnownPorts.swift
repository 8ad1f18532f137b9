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

  private static let udpTable = table { $0.udpPorts }
  private static let tcpTable = table { $0.tcpPorts }

  private static func table(
    _ ports: (any ApplicationProtocol.Type) -> [UInt16]
  ) -> [ProtocolID] {
    var result = [ProtocolID](repeating: .none, count: 65_536)
    for entry in ApplicationCatalog.all {
      for port in ports(entry) { result[Int(port)] = entry.id }
    }
    return result
  }
}
