/// Calls: who asks for what, with which software, and which media follow.
package enum SIP: DatagramRecognizing {
  package static let id = ProtocolID.sip
  package static let reference = "RFC 3261"
  package static let udpPorts: [UInt16] = [5060]
  package static let tcpPorts: [UInt16] = [5060]
  package static let readsDatagrams = true

  package static let method = ApplicationField("sip.Method", "Methods")
  package static let status = ApplicationField("sip.Status-Code", "Status codes")
  package static let userAgent = ApplicationField("sip.User-Agent", "User agents")
  package static let server = ApplicationField("sip.Server", "Servers")
  package static let call = ApplicationField("sip.Call-ID", "Calls")
  package static let codec = ApplicationField("sdp.mime.type", "Codecs offered")
  package static let fields = [method, status, userAgent, server, call, codec]

  /// A request or response by its first line (section 7).
  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    reader.starts(with: "SIP/2.0 ") || reader.firstLine.ends(with: " SIP/2.0")
  }

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    recognizesDatagram(reader)
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    var messages = TextMessageReader()
    if let message = messages.next(&reader) ?? messages.finish() { note(message, into: &notes) }
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? {
    TextMessageParser { message, _, notes in note(message, into: &notes) }
  }

  private static func note(_ message: TextMessage, into notes: inout ApplicationNotes) {
    if message.startLine.starts(withLowercase: "sip/2.0 ") {
      guard let code = message.status else { return }
      notes.count(status, "\(code)")
      noteAnswer(message, code, into: &notes)
      notes.describe("Status: \(message.startLine.afterFirstWord.text())")
    } else {
      guard let name = message.method else { return }
      notes.count(method, name)
      notes.describe("Request: \(name) \(message.target)")
      countCall(message, name, into: &notes)
    }
    if let agent = message.field("user-agent") { notes.count(userAgent, agent.text()) }
    if let agent = message.field("server") { notes.count(server, agent.text()) }
    guard let description = message.sessionDescription else { return }
    description.count(codec, into: &notes)
    description.announce(into: &notes)
  }

  /// Methods by which calls are made; others are often asked for only to see who is there.
  private static let callMethods: Set<String> = ["invite", "register", "message"]
  /// Codes that ask for something else, or are what a person did: hung up, was busy, declined.
  private static let ordinaryCodes: Set<Int> = [
    401, 407, 422, 423, 480, 486, 487, 491, 494, 600, 603,
  ]

  private static func noteAnswer(
    _ message: TextMessage, _ code: Int, into notes: inout ApplicationNotes
  ) {
    guard (200..<700).contains(code), let sequence = message.field("cseq"),
      callMethods.contains(sequence.afterFirstWord.firstWord.lowercase)
    else { return }
    notes.note(.sipAnswer(isFailure: code >= 400 && !ordinaryCodes.contains(code)))
  }

  /// Counts an invitation that begins a call: inside of one, its receiver has a tag, too.
  private static func countCall(
    _ message: TextMessage, _ name: String, into notes: inout ApplicationNotes
  ) {
    guard name == "INVITE", let identifier = message.field("call-id", "i"),
      let to = message.field("to", "t")?.lowercase, !to.contains(";tag=")
    else { return }
    notes.count(call, identifier.text())
  }
}
