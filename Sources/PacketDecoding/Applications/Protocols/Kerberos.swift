/// Tickets: who asks for which service, and what is refused.
package enum Kerberos: ApplicationProtocol {
  package static let id = ProtocolID.kerberos
  package static let reference = "RFC 4120"
  package static let udpPorts: [UInt16] = [88]
  package static let tcpPorts: [UInt16] = [88]
  package static let readsDatagrams = true

  package static let kind = ApplicationField("kerberos.msg_type", "Messages")
  package static let realm = ApplicationField("kerberos.realm", "Realms")
  package static let client = ApplicationField("kerberos.CNameString", "Clients")
  package static let service = ApplicationField("kerberos.SNameString", "Services")
  package static let errorCode = ApplicationField("kerberos.error_code", "Errors")
  package static let fields = [kind, realm, client, service, errorCode]

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try KerberosMessage.note(&reader, into: &notes)
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { KerberosParser() }
}
