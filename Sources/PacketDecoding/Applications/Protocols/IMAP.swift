/// What an IMAP server says first (RFC 9051 section 7.1).
package enum IMAP: ApplicationProtocol {
  package static let id = ProtocolID.imap
  package static let reference = "RFC 9051"
  package static let tcpPorts: [UInt16] = [143]

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    ["* OK ", "* PREAUTH ", "* BYE "].contains { reader.starts(with: $0) }
  }
}
