/// A request or response of SIP by its first line (RFC 3261 section 7).
package enum SIP: ApplicationProtocol {
  package static let id = ProtocolID.sip
  package static let reference = "RFC 3261"
  package static let udpPorts: [UInt16] = [5060]
  package static let tcpPorts: [UInt16] = [5060]

  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    reader.starts(with: "SIP/2.0 ") || reader.firstLine.ends(with: " SIP/2.0")
  }

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    recognizesDatagram(reader)
  }
}
