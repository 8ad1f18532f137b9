/// Internet relay chat: commands and answers, never a password or what is said.
package enum IRC: ApplicationProtocol {
  package static let id = ProtocolID.irc
  package static let reference = "RFC 2812"
  package static let tcpPorts: [UInt16] = [6667]

  package static let request = ApplicationField("irc.request.command", "Requests")
  package static let response = ApplicationField("irc.response.command", "Answers")
  package static let nick = ApplicationField("irc.request.command_parameter", "Nicknames")
  package static let channel = ApplicationField("irc.response.command_parameter", "Channels")
  package static let fields = [request, response, nick, channel]

  /// What a client registers with (section 3.1).
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard reader.starts(with: "NICK "), let end = reader.distance(to: 0x0A, within: 512) else {
      return false
    }
    var rest = reader
    rest.advance(end + 1)
    return rest.starts(with: "USER ")
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { IRCParser() }
}
