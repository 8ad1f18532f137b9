/// What an SMTP server says first, or its client (RFC 5321 sections 4.1.1.1 and 4.2).
package enum SMTP: ApplicationProtocol {
  package static let id = ProtocolID.smtp
  package static let reference = "RFC 5321"
  package static let tcpPorts: [UInt16] = [25, 587]

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    if reader.starts(with: "220 ") || reader.starts(with: "220-") {
      return reader.firstLine.contains(lowercase: "smtp")
    }
    return reader.starts(withLowercase: "ehlo ") || reader.starts(withLowercase: "helo ")
  }
}
