/// Mail that is fetched: commands and their answers, never a password or a message.
package enum POP: ApplicationProtocol {
  package static let id = ProtocolID.pop
  package static let reference = "RFC 1939"
  package static let tcpPorts: [UInt16] = [110]

  package static let command = ApplicationField("pop.request.command", "Commands")
  package static let indicator = ApplicationField("pop.response.indicator", "Answers")
  package static let user = ApplicationField("pop.request.parameter", "User names")
  package static let fields = [command, indicator, user]

  /// What a server says first (section 4).
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard reader.starts(with: "+OK ") else { return false }
    let line = reader.firstLine
    // The time stamp in angle brackets offers APOP.
    return line.contains(lowercase: "pop") || line.contains(lowercase: "dovecot")
      || line.contains(lowercase: "ready") || line.distance(to: UInt8(ascii: "<")) != nil
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { POPParser() }
}
