/// Unicast DNS.
package enum DNS: DatagramRecognizing {
  package static let id = ProtocolID.dns
  package static let reference = "RFC 1035"
  package static let reads =
    "each query with its answer: name, type, response code, data, latency; EDNS; names of hosts"
  package static let udpPorts: [UInt16] = [53]
  package static let tcpPorts: [UInt16] = [53]

  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    DNSMessage.looksLikeDNS(reader)
  }

  /// A message that is cut off in its header counts, too.
  package static func acceptsDatagram(_ reader: ByteReader) -> Bool {
    !reader.isAtEnd
  }
}
