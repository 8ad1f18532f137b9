/// Trivial file transfer.
package enum TFTP: ApplicationProtocol {
  package static let id = ProtocolID.tftp
  package static let reference = "RFC 1350"
  package static let udpPorts: [UInt16] = [69]
  package static let readsDatagrams = true

  /// A request names a file; the server answers it from a port of its own (section 4).
  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let operation: UInt16 = try reader.read()
    if operation == 1 || operation == 2, notes.destinationPort == 69 {
      notes.announce(id, port: notes.sourcePort)
    }
  }
}
