/// Discovery of UPnP devices: what is looked for, and what is there.
package enum SSDP: ApplicationProtocol {
  package static let id = ProtocolID.ssdp
  package static let reference = "UPnP Device Architecture 2.0"
  package static let udpPorts: [UInt16] = [1900]
  package static let readsDatagrams = true

  package static let method = ApplicationField("http.request.method", "Methods")
  package static let searched = ApplicationField("http.request.line", "Searched and offered")
  package static let server = ApplicationField("http.server", "Servers")
  package static let agent = ApplicationField("http.user_agent", "User agents")
  package static let fields = [method, searched, server, agent]

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    var messages = TextMessageReader()
    guard let message = messages.next(&reader) ?? messages.finish() else { return }
    if message.startLine.starts(withLowercase: "http/") {
      notes.describe(message.startLine.text())
      if let code = message.status { notes.count(method, "\(code)") }
    } else if let name = message.method {
      notes.count(method, name)
      notes.describe("\(name) \(message.target) HTTP/1.1")
    }
    if let target = message.field("st", "nt") { notes.count(searched, target.text()) }
    if let value = message.field("server") { notes.count(server, value.text()) }
    if let value = message.field("user-agent") { notes.count(agent, value.text()) }
  }
}
