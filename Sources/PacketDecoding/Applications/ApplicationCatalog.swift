/// Every application protocol; a new one is registered here.
package enum ApplicationCatalog {
  /// In the order in which content is asked for: what is surest and most frequent first.
  package static let all: [any ApplicationProtocol.Type] = [
    TLS.self,
    STUN.self,
    ClassicSTUN.self,
    RTCP.self,
    QUIC.self,
    SIP.self,
    RTSP.self,
    HTTP.self,
    SSH.self,
    SMTP.self,
    FTP.self,
    POP.self,
    IMAP.self,
    MQTT.self,
    BitTorrent.self,
    BitTorrentDHT.self,
    SMB.self,
    RDP.self,
    DHCP.self,
    DNS.self,
    MDNS.self,
    LLMNR.self,
    AMQP.self,
    BFD.self,
    BGP.self,
    CLDAP.self,
    CoAP.self,
    DHCPv6.self,
    DNP3.self,
    FTPData.self,
    GTPControl.self,
    HSRP.self,
    IRC.self,
    ISAKMP.self,
    Kerberos.self,
    L2TP.self,
    LDAP.self,
    LDP.self,
    LWAPP.self,
    Modbus.self,
    MySQL.self,
    NBDGM.self,
    NBNS.self,
    NFS.self,
    NTP.self,
    PostgreSQL.self,
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
    WireGuard.self,
    XMPP.self,
  ]

  /// The entry of a protocol, or nil for what is no application.
  package static func entry(_ id: ProtocolID) -> (any ApplicationProtocol.Type)? {
    table[Int(id.rawValue)]
  }

  /// What lies between the transport and an application, ``ProtocolID/none`` without.
  @inline(__always)
  package static func carrier(of id: ProtocolID) -> ProtocolID { carriers[Int(id.rawValue)] }

  private static let table = {
    var table = [(any ApplicationProtocol.Type)?](repeating: nil, count: 256)
    for entry in all { table[Int(entry.id.rawValue)] = entry }
    return table
  }()

  private static let carriers = table.map { $0?.carrier ?? .none }
}
