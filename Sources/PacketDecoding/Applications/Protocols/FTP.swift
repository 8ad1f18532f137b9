/// What an FTP server says first (RFC 959 section 5.4).
package enum FTP: ApplicationProtocol {
  package static let id = ProtocolID.ftp
  package static let reference = "RFC 959"
  package static let tcpPorts: [UInt16] = [21]

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard reader.starts(with: "220 ") || reader.starts(with: "220-") else { return false }
    return reader.firstLine.contains(lowercase: "ftp")
  }
}
