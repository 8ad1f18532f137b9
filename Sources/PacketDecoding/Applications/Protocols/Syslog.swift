/// Log messages: who logs how urgently; what they say is not shown, for it may be a secret.
package enum Syslog: ApplicationProtocol {
  package static let id = ProtocolID.syslog
  package static let reference = "RFC 5424"
  package static let udpPorts: [UInt16] = [514]
  package static let readsDatagrams = true

  package static let facility = ApplicationField("syslog.facility", "Facilities")
  package static let severity = ApplicationField("syslog.level", "Severities")
  package static let host = ApplicationField("syslog.hostname", "Hosts")
  package static let application = ApplicationField("syslog.appname", "Programs")
  package static let fields = [facility, severity, host, application]

  private static let facilities = [
    "KERN", "USER", "MAIL", "DAEMON", "AUTH", "SYSLOG", "LPR", "NEWS", "UUCP", "CRON", "AUTHPRIV",
    "FTP", "NTP", "LOGAUDIT", "LOGALERT", "CRON", "LOCAL0", "LOCAL1", "LOCAL2", "LOCAL3", "LOCAL4",
    "LOCAL5", "LOCAL6", "LOCAL7",
  ]
  private static let severities = [
    "EMERG", "ALERT", "CRIT", "ERR", "WARNING", "NOTICE", "INFO", "DEBUG",
  ]

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let bytes = try reader.readBytes(min(reader.remaining, 512))
    let line = TextLine(line: bytes)
    guard line.starts(withLowercase: "<"),
      let (before, message) = line.dropping(1).split(at: UInt8(ascii: ">")),
      let priority = before.number, priority < 192
    else { return }
    let level = severities[priority & 7]
    notes.count(facility, facilities[priority >> 3])
    notes.count(severity, level)
    let (host, program) = origin(of: message)
    if let host { notes.count(Self.host, host) }
    if let program { notes.count(application, program) }
    notes.describe("\(facilities[priority >> 3]).\(level)" + (program.map { ": \($0)" } ?? ""))
  }

  /// Host and program: behind version and time (RFC 5424 section 6), or behind a time of three words
  /// (RFC 3164 section 4.1).
  private static func origin(of message: TextLine) -> (String?, String?) {
    let words = message.parts(at: 0x20).filter { !$0.isEmpty }
    if words.count >= 4, words[0].number == 1 {
      return (name(words[2]), name(words[3]))
    }
    guard words.count >= 5, words[2].parts(at: UInt8(ascii: ":")).count == 3,
      months.contains(words[0].text(limit: 3))
    else { return (nil, nil) }
    // A tag without a host before it ends in a colon.
    if words[3].text().hasSuffix(":") { return (nil, tag(words[3])) }
    return (name(words[3]), tag(words[4]))
  }

  private static let months: Set<String> = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// A hyphen stands for what is not known.
  private static func name(_ word: TextLine) -> String? {
    let text = word.text(limit: 64)
    return text == "-" || text.isEmpty ? nil : text
  }

  /// The letters and digits that begin a tag, "sshd" of "sshd[1234]:".
  private static func tag(_ word: TextLine) -> String? {
    let text = word.text(limit: 64)
    guard let end = text.firstIndex(where: { "[:".contains($0) }) else { return nil }
    return end == text.startIndex ? nil : String(text[..<end])
  }
}
