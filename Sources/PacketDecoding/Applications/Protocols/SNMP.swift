/// Network management: who asks for which objects; a community is a password and never shown.
package enum SNMP: ApplicationProtocol {
  package static let id = ProtocolID.snmp
  package static let reference = "RFC 3416"
  package static let udpPorts: [UInt16] = [161, 162]
  package static let readsDatagrams = true

  package static let version = ApplicationField("snmp.version", "Versions")
  package static let kind = ApplicationField("snmp.data", "Messages")
  package static let errorStatus = ApplicationField("snmp.error_status", "Errors")
  package static let object = ApplicationField("snmp.name", "Objects")
  package static let user = ApplicationField("snmp.msgUserName", "User names")
  package static let fields = [version, kind, errorStatus, object, user]

  /// A message is a sequence of BER (RFC 3416 section 3).
  package static func acceptsDatagram(_ reader: ByteReader) -> Bool {
    reader.peek() == BERHeader.sequence
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try SNMPMessage.note(&reader, into: &notes)
  }
}
