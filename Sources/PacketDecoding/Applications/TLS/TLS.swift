/// Transport layer security.
package enum TLS: ApplicationProtocol {
  package static let id = ProtocolID.tls
  package static let reference = "RFC 8446"
  package static let reads =
    "versions, cipher suites, server names, ALPN, certificates, JA3, JA3S, JA4, alerts"
    + "alerts"
  /// Those of HTTPS, SMTP, LDAP, IMAP, POP, DNS, SIP, AMQP, MQTT and others over TLS.
  package static let tcpPorts: [UInt16] = [
    324, 443, 465, 636, 802, 853, 993, 995, 1300, 2221, 5061, 5671, 5684, 5868, 8883, 19999,
  ]

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    TLSStreamParser.looksLikeTLS(reader)
  }

  /// Anything but text, as Wireshark has it: a capture often begins inside of a record.
  package static func acceptsStream(_ reader: ByteReader) -> Bool {
    guard let word: UInt32 = reader.peek(), reader.remaining > 4 else { return false }
    return ![24, 16, 8, 0].allSatisfy { (0x20...0x7E).contains(word >> UInt32($0) & 0xFF) }
  }
}
