/// Mail on its way: commands and their answers, never what a message says.
package enum SMTP: ApplicationProtocol {
  package static let id = ProtocolID.smtp
  package static let reference = "RFC 5321"
  package static let tcpPorts: [UInt16] = [25, 587]

  package static let command = ApplicationField("smtp.req.command", "Commands")
  package static let responseCode = ApplicationField("smtp.response.code", "Response codes")
  package static let clientName = ApplicationField("smtp.req.parameter", "Names of clients")
  package static let senderDomain = ApplicationField("imf.from", "Domains of senders")
  package static let recipientDomain = ApplicationField("imf.to", "Domains of recipients")
  package static let fields = [
    command, responseCode, clientName, senderDomain, recipientDomain,
  ]

  /// What a server says first, or its client (sections 4.1.1.1 and 4.2).
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    if reader.starts(with: "220 ") || reader.starts(with: "220-") {
      return reader.firstLine.contains(lowercase: "smtp")
    }
    return reader.starts(withLowercase: "ehlo ") || reader.starts(withLowercase: "helo ")
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { SMTPParser() }
}
