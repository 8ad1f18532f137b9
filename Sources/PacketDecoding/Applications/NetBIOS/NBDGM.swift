/// The NetBIOS datagram service, in which each message says who sends it.
package enum NBDGM: ApplicationProtocol {
  package static let id = ProtocolID.nbdgm
  package static let reference = "RFC 1002"
  package static let reads = "names of hosts"
  package static let udpPorts: [UInt16] = [138]
  package static let readsDatagrams = true
  package static let fields = [sourceName, destinationName]

  private static let sourceName = ApplicationField("nbdgm.source_name", "From")
  private static let destinationName = ApplicationField("nbdgm.destination_name", "To")

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let type: UInt8 = try reader.read()
    // Only datagrams themselves have names (section 4.4.2).
    guard (0x10...0x12).contains(type) else { return }
    try reader.skip(3)  // flags, identifier
    let address = IPAddress(v4: try reader.read())
    try reader.skip(6)  // port, length, offset of the packet
    let source = try readName(&reader, sourceName, into: &notes)
    if let source, source.isOfHost, address != .none { notes.name(address, source.text) }
    let destination = try readName(&reader, destinationName, into: &notes)
    if let source, let destination { notes.info = "\(source) to \(destination)" }
    if reader.peek() == SMB.magic { notes.carries(.smb) }
  }

  /// Counts a name, or passes over one that breaks the rules.
  private static func readName(
    _ reader: inout ByteReader, _ field: ApplicationField, into notes: inout ApplicationNotes
  ) throws(DecodeError) -> NetBIOSName? {
    var ahead = reader
    do throws(DecodeError) {
      let name = try NetBIOSName(parsing: &ahead)
      notes.count(field, name.description)
      reader = ahead
      return name
    } catch .invalid {
      try NetBIOSName.skip(&reader)
      return nil
    }
  }
}
