/// Mail that stays at its server: commands and their answers, never a password or a message.
package enum IMAP: ApplicationProtocol {
  package static let id = ProtocolID.imap
  package static let reference = "RFC 9051"
  package static let tcpPorts: [UInt16] = [143]

  package static let command = ApplicationField("imap.request.command", "Commands")
  package static let status = ApplicationField("imap.response.status", "Answers")
  package static let user = ApplicationField("imap.request.username", "User names")
  package static let capability = ApplicationField("imap.response.command", "Capabilities")
  package static let fields = [command, status, user, capability]

  /// What a server says first (section 7.1).
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    ["* OK ", "* PREAUTH ", "* BYE "].contains { reader.starts(with: $0) }
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { IMAPParser() }
}
