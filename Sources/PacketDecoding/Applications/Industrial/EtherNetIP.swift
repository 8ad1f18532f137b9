/// The industrial protocol CIP over TCP and UDP.
package enum EtherNetIP: ApplicationProtocol {
  package static let id = ProtocolID.enip
  package static let reference = "CIP Networks Library Volume 2"
  package static let fields = [command, status, product]
  package static let udpPorts: [UInt16] = [44_818]
  package static let tcpPorts: [UInt16] = [44_818]
  package static let readsDatagrams = true

  static let command = ApplicationField("enip.command", "Command")
  static let status = ApplicationField("enip.status", "Error")
  static let product = ApplicationField("enip.lir.name", "Product")

  static let headerLength = 24

  /// A known command, a known status, and no options (section 2-3).
  package static func acceptsStream(_ reader: ByteReader) -> Bool {
    guard let code: UInt16 = reader.peekLittleEndian(),
      let status: UInt32 = reader.peekLittleEndian(at: 8)
    else { return false }
    return commands.known(code) != nil && status <= 0xFFFF
  }

  package static func acceptsDatagram(_ reader: ByteReader) -> Bool { acceptsStream(reader) }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? {
    EtherNetIPStreamParser()
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let code: UInt16 = try reader.readLittleEndian()
    notes.count(command, commands[code])
    notes.info = commands[code]
    try reader.skip(6)
    let error: UInt32 = try reader.readLittleEndian()
    if error != 0 { notes.count(status, statuses[error]) }
    try reader.skip(12)
    guard code == 0x63, reader.remaining > 2 else { return }
    // One item, an identity: version, socket, vendor, type, code, revision, status, serial, name.
    try reader.skip(6 + 32)
    let count: UInt8 = try reader.read()
    notes.count(product, try reader.readText(Int(count)))
  }

  private static let commands = NumberNames(
    radix: 16,
    """
    0 NOP; 4 List Services; 63 List Identity; 64 List Interfaces; 65 Register Session; \
    66 Unregister Session; 6f Send RR Data; 70 Send Unit Data; c8 StartDTLS
    """)

  private static let statuses = NumberNames(
    radix: 16,
    """
    1 Invalid Command; 2 No Memory Resources; 3 Incorrect Data; 64 Invalid Session Handle; \
    65 Invalid Length; 69 Unsupported Protocol Revision; 6a CIP service not allowed
    """)
}
