/// Link-local multicast name resolution.
package enum LLMNR: ApplicationProtocol {
  package static let id = ProtocolID.llmnr
  package static let reference = "RFC 4795"
  package static let reads = "names asked for, names of hosts"
  package static let udpPorts: [UInt16] = [5355]

  package static func acceptsDatagram(_ reader: ByteReader) -> Bool {
    DNS.acceptsDatagram(reader)
  }
}
