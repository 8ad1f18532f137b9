/// A protocol that can be part of a packet's path; a case's name is Wireshark's display-filter name.
///
/// Names that Swift does not allow for a case are mended in ``filterName``.
public enum ProtocolID: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  case none
  // Link layers and what runs straight on them
  case eth, sll, null, raw, ppp, chdlc, llc, osi, vlan, ieee8021ad, mpls, pppoed, pppoes, arp
  case radiotap, wlan, prism, wlancap, wlanAggregate, ppi, nflog, pktap, pflog, enc, fr, arcnet
  case tr, fddi, ipFC, ap1394, isl, vntag, etag, hsr, ieee8021ah, ieee8021cb
  case lldp, cdp, vtp, dtp, udld, pagp, stp, slow, eapol, macsec, ptp, wol, ipx, ddp, aarp, aoe
  case loop, cfm, realtek, fcoe, homeplug, homeplugAV, ecatf, profinet, goose, sv, batadv, nsh
  case isis, esis, clnp, netbios, sna, bacnet, slarp, lcp, ipcp, ipv6cp, pap, chap, ccp, mp, eap
  case pwethheuristic, pwethcw, pwethnocw, pwach, brdwlk, etherip, erspan, trill, lwapp, capwap
  case tipc, mint, ieee1905, decDNA, lat, usb, bluetooth, wpan, lowpan, can, netlink, infiniband
  case dbus, exportedPDU, atm, juniper, ipoib, ipnet, avsp, cmd, clip, sflow, lapd, mtp2, mtp3
  case sccp, docsis, mstp, vsock, fibreChannel
  // Network layers
  case ip, ipv6, hopopts, routing, fraghdr, dstopts, shim6, mipv6, hip
  case icmp, icmpv6, igmp, tcp, udp, sctp, gre, esp, ah, ipcomp, dccp, udplite, ospf, pim, vrrp
  case hsrp, eigrp, igrp, dvmrp, rsvp, pgm, l2tp, nhrp, bfd
  // Tunnels over UDP
  case vxlan, geneve, gtp, teredo, udpencap, ayiya, tzsp, lisp
  // Applications
  case dns, mdns, llmnr, http, tls, dtls, quic, gquic, ssh, ftp, smtp, pop, imap, telnet, sip, rtp
  case rtcp, ntp, snmp, syslog, tftp, stun, radius, ldap, kerberos, smb, smb2, nbss, nbns, nbdgm
  case rdp, mysql, pgsql, redis, mqtt, amqp, coap, modbus, dnp3, wg, bittorrent, ssdp, dhcp
  case dhcpv6, rip, ripng, bgp, ldp, isakmp, nfs, rpc, http2, websocket, rtsp, socks, irc, xmpp
  case ftpData, classicstun, cldap, btDHT, imf, sdp
  case dcerpc, portmap, mount, nlm, gtpv2, tpkt, cotp, s7comm, mbtcp, memcache, cql, mongo, opcua
  case bvlc, bacapp, enip, iec60870, openflow

  /// True for ``none``.
  @inlinable @inline(__always)
  public var isNone: Bool { if case .none = self { true } else { false } }

  @inlinable @inline(__always)
  public var isTCP: Bool { if case .tcp = self { true } else { false } }

  /// Wireshark's display-filter name.
  package var filterName: String { Self.filterNames[Int(rawValue)] }

  /// What a person calls it, "TCP".
  package var displayName: String { Self.displayNames[Int(rawValue)] }

  private static let filterNames = table { id in
    switch id {
    case .hopopts: "ipv6.hopopts"
    case .routing: "ipv6.routing"
    case .fraghdr: "ipv6.fraghdr"
    case .dstopts: "ipv6.dstopts"
    case .homeplugAV: "homeplug-av"
    case .profinet: "pn_rt"
    case .ipFC: "ipfc"
    case .ftpData: "ftp-data"
    case .btDHT: "bt-dht"
    case .redis: "resp"
    case .iec60870: "iec60870_104"
    case .fibreChannel: "fc"
    case .wlanAggregate: "wlan_aggregate"
    case .decDNA: "dec_dna"
    case .lowpan: "6lowpan"
    case .lisp: "lisp-data"
    default: "\(id)"
    }
  }

  private static let displayNames = table { id in
    switch id {
    case .eth: "Ethernet"
    case .sll: "Linux cooked capture"
    case .null, .loop: "Loopback"
    case .raw: "Raw IP"
    case .ipoib: "IP over InfiniBand"
    case .avsp: "Arista timestamp"
    case .cmd: "Cisco metadata"
    case .fr: "Frame Relay"
    case .chdlc: "Cisco HDLC"
    case .vlan: "802.1Q VLAN"
    case .ieee8021ad: "802.1ad QinQ"
    case .pppoed: "PPPoE discovery"
    case .pppoes: "PPPoE session"
    case .wlan: "802.11"
    case .radiotap: "Radiotap"
    case .prism: "Prism monitor header"
    case .wlancap: "AVS monitor header"
    case .wlanAggregate: "802.11 aggregate"
    case .vntag: "VN-Tag"
    case .ieee8021ah: "802.1ah"
    case .ieee8021cb: "802.1CB R-TAG"
    case .netbios: "NetBIOS"
    case .decDNA: "DECnet"
    case .lowpan: "6LoWPAN"
    case .wpan: "802.15.4"
    case .fibreChannel: "Fibre Channel"
    case .mstp: "BACnet MS/TP"
    case .bacnet: "BACnet"
    case .pwethheuristic: "Pseudowire"
    case .pwethnocw: "Pseudowire Ethernet without control word"
    case .udpencap: "UDP encapsulation of IPsec"
    case .teredo: "Teredo"
    case .lisp: "LISP"
    case .ip: "IPv4"
    case .ipv6: "IPv6"
    case .hopopts: "IPv6 hop-by-hop options"
    case .routing: "IPv6 routing header"
    case .fraghdr: "IPv6 fragment header"
    case .dstopts: "IPv6 destination options"
    case .icmpv6: "ICMPv6"
    case .mdns: "mDNS"
    case .dhcpv6: "DHCPv6"
    case .bittorrent: "BitTorrent"
    case .btDHT: "BitTorrent DHT"
    case .ftpData: "FTP data"
    case .classicstun: "Classic STUN"
    case .wg: "WireGuard"
    case .http2: "HTTP/2"
    case .telnet: "Telnet"
    case .kerberos: "Kerberos"
    case .modbus: "Modbus/TCP"
    case .syslog: "Syslog"
    case .redis: "Redis"
    case .mysql: "MySQL"
    case .pgsql: "PostgreSQL"
    case .websocket: "WebSocket"
    case .slow: "Slow protocols"
    case .usb: "USB"
    case .bluetooth: "Bluetooth"
    case .exportedPDU: "Exported PDU"
    case .pwethcw: "Pseudowire Ethernet"
    case .homeplugAV: "HomePlug AV"
    case .dcerpc: "DCE/RPC"
    case .smb2: "SMB2"
    case .portmap: "Portmap"
    case .mount: "Mount"
    case .gtpv2: "GTPv2"
    case .s7comm: "S7comm"
    case .memcache: "Memcached"
    case .cql: "Cassandra CQL"
    case .mongo: "MongoDB"
    case .opcua: "OPC UA"
    case .bvlc: "BACnet/IP"
    case .bacapp: "BACnet application layer"
    case .enip: "EtherNet/IP"
    case .iec60870: "IEC 60870-5-104"
    case .openflow: "OpenFlow"
    case .profinet: "PROFINET"
    default: "\(id)".uppercased()
    }
  }

  private static func table(_ name: (ProtocolID) -> String) -> [String] {
    var names = [String](repeating: "?", count: 256)
    for id in allCases { names[Int(id.rawValue)] = name(id) }
    return names
  }
}
