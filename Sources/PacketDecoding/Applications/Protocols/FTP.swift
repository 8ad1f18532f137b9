/// Control connections of file transfer: who asks for what, never a password.
package enum FTP: ApplicationProtocol {
  package static let id = ProtocolID.ftp
  package static let reference = "RFC 959"
  package static let tcpPorts: [UInt16] = [21]

  package static let command = ApplicationField("ftp.request.command", "Commands")
  package static let user = ApplicationField("ftp.request.arg", "User names")
  package static let responseCode = ApplicationField("ftp.response.code", "Response codes")
  package static let fields = [command, responseCode, user]

  /// What a server says first (section 5.4).
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard reader.starts(with: "220 ") || reader.starts(with: "220-") else { return false }
    return reader.firstLine.contains(lowercase: "ftp")
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { FTPParser() }
}
