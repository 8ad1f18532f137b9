/// Every application protocol; a new one is registered here.
package enum ApplicationCatalog {
  /// In the order in which content is asked for: what is surest and most frequent first.
  package static let all: [any ApplicationProtocol.Type] = [
    TLS.self,
    STUN.self,
    ClassicSTUN.self,
    RTCP.self,
    QUIC.self,
    DTLS.self,
    GQUIC.self,
    SIP.self,
    RTSP.self,
    HTTP.self,
    HTTP2.self,
    SSH.self,
    SMTP.self,
    FTP.self,
    POP.self,
    IMAP.self,
    MQTT.self,
    BitTorrent.self,
    BitTorrentDHT.self,
    SMB2.self,
    SMB.self,
    NBSS.self,
    DCERPC.self,
    RDP.self,
    MySQL.self,
    PostgreSQL.self,
    S7comm.self,
    BGP.self,
    MongoDB.self,
    OPCUA.self,
    DHCP.self,
    MDNS.self,
    LLMNR.self,
    AMQP.self,
    BACnet.self,
    BFD.self,
    CLDAP.self,
    Cassandra.self,
    CoAP.self,
    COTP.self,
    DHCPv6.self,
    DNP3.self,
    FTPData.self,
    EtherNetIP.self,
    GTPControl.self,
    HSRP.self,
    IEC104.self,
    IRC.self,
    ISAKMP.self,
    Kerberos.self,
    L2TP.self,
    LDAP.self,
    LDP.self,
    LWAPP.self,
    Memcached.self,
    Modbus.self,
    NBDGM.self,
    NBNS.self,
    NFS.self,
    NTP.self,
    OpenFlow.self,
    RADIUS.self,
    Redis.self,
    RIP.self,
    RIPng.self,
    RPC.self,
    RTP.self,
    SNMP.self,
    SOCKS.self,
    SSDP.self,
    Syslog.self,
    Telnet.self,
    Teredo.self,
    TFTP.self,
    WebSocket.self,
    WireGuard.self,
    XMPP.self,
    // The least sure by its content.
    DNS.self,
  ]

  /// Those that know datagrams by their content, in the same order.
  package static let ofDatagrams = all.compactMap { $0.datagramRecognizer }

  /// The entry of a protocol, or nil for what is no application.
  package static func entry(_ id: ProtocolID) -> (any ApplicationProtocol.Type)? {
    table[Int(id.rawValue)]
  }

  /// What lies between the transport and an application, from the outside in.
  @inline(__always)
  package static func carriers(of id: ProtocolID) -> ProtocolPath { carriers[Int(id.rawValue)] }

  /// True for a port of servers of an application.
  static func hasUDPPort(_ port: UInt16) -> Bool { udpPorts.contains(port) }

  private static let udpPorts = Set(all.flatMap { $0.udpPorts })

  private static let table = {
    var table = [(any ApplicationProtocol.Type)?](repeating: nil, count: 256)
    for entry in all { table[Int(entry.id.rawValue)] = entry }
    return table
  }()

  private static let carriers = table.map { entry in
    var layers: [ProtocolID] = []
    var carrier = entry?.carrier ?? .none
    while carrier != .none, layers.count < 4 {
      layers.insert(carrier, at: 0)
      carrier = table[Int(carrier.rawValue)]?.carrier ?? .none
    }
    return ProtocolPath(layers)
  }
}
