/// QUIC by a long header of a known version (RFC 9000 section 17.2, RFC 9369).
package enum QUIC: DatagramRecognizing {
  package static let id = ProtocolID.quic
  package static let reference = "RFC 9000"
  package static let reads =
    "versions, retries, 0-RTT; from Initial packets, decrypted, what is read of TLS"

  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    QUICLongHeader.recognizes(reader)
  }
}
