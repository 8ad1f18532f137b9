internal import Wording

extension GlossaryTerms {
  static let applications: [GlossaryEntry] = names + secure + media

  /// Names and the web.
  private static let names: [GlossaryEntry] = [
    .marked("DNS", text: "Domain Name System: turns names into addresses."),
    .marked("EDNS", text: "Extensions of DNS: larger messages and more codes."),
    .marked("DNSSEC", text: "Signatures that prove DNS answers."),
    .marked("NOERROR", text: "A DNS response without an error."),
    .marked(
      "NXDOMAIN", "Nonexistent", text: "A DNS response that says: there is no such name."),
    .marked("SERVFAIL", text: "A DNS response that says: the server could not find out."),
    .marked("REFUSED", text: "A DNS response that says: the server does not want to answer."),
    .marked("AAAA", text: "The type of a DNS record with an IPv6 address."),
    .marked("PTR", text: "The type of a DNS record that leads from an address to its name."),
    .marked("MX", text: "The type of a DNS record that names the mail servers of a domain."),
    .marked("NS", text: "The type of a DNS record that names the servers of a domain."),
    .marked("SOA", text: "The type of a DNS record that tells who is in charge of a domain."),
    .marked("SRV", text: "The type of a DNS record that tells where a service is offered."),
    .marked("TXT", text: "The type of a DNS record that holds any text."),
    .marked("CNAME", text: "The type of a DNS record that gives another name for a name."),
    .marked(
      "Multicast DNS", "mDNS", text: "DNS without a server: hosts of a link answer for themselves."),
    .marked("LLMNR", text: "Link-Local Multicast Name Resolution, Windows' way of the same."),
    .marked("HTTP", text: "Hypertext Transfer Protocol: requests and responses of the web."),
    .marked("User agent", text: "What a client says of its software."),
    .marked(
      "Error status", text: "A status of 400 and more: the request was wrong, or the server failed."
    ),
    .marked("DHCP", text: "Dynamic Host Configuration Protocol: lends addresses to hosts."),
  ]

  /// What is encrypted, and by which marks it is known again.
  private static let secure: [GlossaryEntry] = [
    .marked("TLS", text: "Transport Layer Security: encrypts connections and proves servers."),
    .marked("DTLS", text: "TLS for datagrams."),
    .marked("QUIC", text: "A transport over UDP with TLS built in, of which HTTP/3 is made."),
    .marked("Client hello", text: "The first message of TLS, in which a client says what it can."),
    .marked("Server name", text: "The name that a client asks for in clear text, in TLS or HTTP."),
    .marked(
      "ALPN",
      text: "Application-Layer Protocol Negotiation: what is to be spoken inside of TLS."),
    .marked("Cipher suite", text: "The algorithms by which a connection is encrypted."),
    .marked("Certificate", text: "A signed statement of who a server is, valid for a time."),
    .marked(
      "JA3", text: "A fingerprint of a client hello: the same software mostly has the same."),
    .marked("JA3S", text: "A fingerprint of a server's answer to a client hello."),
    .marked("JA4", text: "A newer fingerprint of a client hello that can be read in parts."),
    .marked("SSH", text: "Secure Shell: encrypted log-in to other hosts."),
    .marked("HASSH", text: "A fingerprint of the algorithms that an SSH client or server offers."),
  ]

  private static let media: [GlossaryEntry] = [
    .marked("RTP", text: "Real-time Transport Protocol: sound and pictures as they come."),
    .marked("SSRC", text: "The number by which a stream of RTP is known."),
    .marked("Jitter", text: "How unevenly the packets of a stream come."),
    .marked("Codec", text: "How sound or pictures are written as bytes."),
  ]
}
