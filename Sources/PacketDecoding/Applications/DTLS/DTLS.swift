/// Transport layer security over datagrams.
package enum DTLS: DatagramRecognizing {
  package static let id = ProtocolID.dtls
  package static let reference = "RFC 9147"
  package static let reads =
    "versions, cipher suites, server names, ALPN, certificates, fingerprints"
  package static let udpPorts: [UInt16] = [853, 2221, 5684, 5868]

  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    DTLSParser.recognizes(reader)
  }

  package static func acceptsDatagram(_ reader: ByteReader) -> Bool {
    DTLSParser.recognizes(reader)
  }
}
