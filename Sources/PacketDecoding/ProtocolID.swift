/// A protocol that can be part of a packet's path; a case's name is Wireshark's display-filter name.
///
/// Names that Swift does not allow for a case are mended in ``filterName``.
package enum ProtocolID: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  case none
  // Link layers and what runs straight on them
  case eth, sll, null, raw, ppp, chdlc, llc, osi, vlan, ieee8021ad, mpls, pppoed, pppoes, arp
  case radiotap, wlan, prism, ppi, nflog, pktap, pflog, fr, arcnet, tr, fddi, ipFC, ap1394
  case lldp, cdp, vtp, dtp, udld, pagp, stp, slow, eapol, macsec, ptp, wol, ipx, ddp, aarp, aoe
  case loop, cfm, realtek, fcoe, homeplug, homeplugAV, ecatf, profinet, goose, sv, batadv, nsh
  case isis, esis, clnp, nbf, slarp, lcp, ipcp, ipv6cp, pap, chap, ccp, mp, eap, pwethcw
  case pwethheuristic, pwach, brdwlk, etherip, erspan, trill, lwapp, tipc, mint, ieee1905
  case usb, bluetooth, wpan, can, netlink, infiniband, dbus, user, exportedPDU, atm, juniper
  case ipoib, ipnet, avsp, cmd, clip, sflow
  // Network layers
  case ip, ipv6, hopopts, routing, fraghdr, dstopts, shim6, mipv6, hip
  case icmp, icmpv6, igmp, tcp, udp, sctp, gre, esp, ah, ipcomp, dccp, udplite, ospf, pim, vrrp
  case carp, hsrp, eigrp, rsvp, pgm, egp, rudp, l2tp, nhrp, bfd, idpr, isoip, mobileip
  // Tunnels over UDP
  case vxlan, geneve, gtp, teredo
  // Applications
  case dns, mdns, llmnr, http, tls, dtls, quic, gquic, ssh, ftp, smtp, pop, imap, telnet, sip, rtp
  case rtcp, ntp, snmp, syslog, tftp, stun, radius, ldap, kerberos, smb, smb2, nbss, nbns, nbdgm
  case rdp, mysql, pgsql, redis, mqtt, amqp, coap, modbus, dnp3, wg, bittorrent, ssdp, dhcp
  case dhcpv6, rip, ripng, bgp, ldp, isakmp, nfs, rpc, http2, websocket, rtsp, socks, irc, xmpp
  case ftpData, classicstun, cldap, btDHT

  /// True for ``none``; cheaper from other modules than comparing.
  @inlinable @inline(__always)
  package var isNone: Bool { if case .none = self { true } else { false } }

  @inlinable @inline(__always)
  package var isTCP: Bool { if case .tcp = self { true } else { false } }

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
    case .mobileip: "mip"
    case .ftpData: "ftp-data"
    case .btDHT: "bt-dht"
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
    case .ip: "IPv4"
    case .ipv6: "IPv6"
    case .hopopts: "IPv6 hop-by-hop options"
    case .routing: "IPv6 routing header"
    case .fraghdr: "IPv6 fragment header"
    case .dstopts: "IPv6 destination options"
    case .icmpv6: "ICMPv6"
    case .mdns: "mDNS"
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
