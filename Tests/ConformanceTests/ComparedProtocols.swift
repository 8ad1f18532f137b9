/// Protocols whose frames both programs count.
enum ComparedProtocols {
  /// In how many frames tshark shows these depends on how it puts streams together; compared is only
  /// whether they are seen.
  static let bySegments = words(
    """
    http tls http2 rpc nfs dcerpc dns rtp rtcp smb smb2 nbss ssh ftp smtp pop imap telnet ldap
    kerberos mysql pgsql mqtt rdp modbus dnp3 amqp redis irc xmpp socks bgp rtsp sip quic dtls
    """)

  static let byFrames = words(
    """
    eth sll vlan ieee8021ad arp ip ipv6 icmp icmpv6 igmp tcp udp sctp gre mpls pppoes pppoed ppp esp
    ah vxlan geneve gtp ospf pim vrrp hsrp eigrp isis rip bfd stp lldp cdp llc radiotap wlan eapol
    mdns llmnr nbns nbdgm dhcp dhcpv6 ntp snmp syslog tftp ssdp stun radius coap l2tp isakmp wg
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
