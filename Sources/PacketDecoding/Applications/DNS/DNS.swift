/// Unicast DNS.
package enum DNS: ApplicationProtocol {
  package static let id = ProtocolID.dns
  package static let reference = "RFC 1035"
  package static let udpPorts: [UInt16] = [53]
  package static let tcpPorts: [UInt16] = [53]

  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    DNSMessage.looksLikeDNS(reader)
  }
}
