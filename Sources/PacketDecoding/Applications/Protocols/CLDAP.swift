/// Searches of directories in datagrams, with which clients look for domain controllers.
package enum CLDAP: ApplicationProtocol {
  package static let id = ProtocolID.cldap
  package static let reference = "MS-ADTS section 6.3.3"
  package static let udpPorts: [UInt16] = [389]
  package static let readsDatagrams = true
  package static let fields = [LDAP.operation, LDAP.result, LDAP.base]

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    _ = try LDAPMessage(noting: &reader, into: &notes)
  }
}
