/// The control plane of the GPRS tunneling protocol.
package enum GTPControl: ApplicationProtocol {
  package static let id = ProtocolID.gtp
  package static let reference = "3GPP TS 29.060"
  package static let reads = "the packet in it"
  package static let udpPorts: [UInt16] = [2123]

  package static func acceptsDatagram(_ reader: ByteReader) -> Bool {
    reader.peek(as: UInt8.self).map { (1...2).contains($0 >> 5) } ?? false
  }
}
