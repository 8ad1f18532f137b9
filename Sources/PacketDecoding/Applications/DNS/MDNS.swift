/// Multicast DNS.
package enum MDNS: ApplicationProtocol {
  package static let id = ProtocolID.mdns
  package static let reference = "RFC 6762"
  package static let reads = "names asked for, services announced, names of hosts"
  package static let udpPorts: [UInt16] = [5353]

  package static func acceptsDatagram(_ reader: ByteReader) -> Bool {
    DNS.acceptsDatagram(reader)
  }
}
