/// Trivial file transfer: which files, and what went wrong.
package enum TFTP: DatagramRecognizing {
  package static let id = ProtocolID.tftp
  package static let reference = "RFC 1350"
  package static let udpPorts: [UInt16] = [69]
  package static let readsDatagrams = true

  package static let operation = ApplicationField("tftp.opcode", "Requests")
  package static let file = ApplicationField("tftp.source_file", "Files read")
  package static let target = ApplicationField("tftp.destination_file", "Files written")
  package static let mode = ApplicationField("tftp.type", "Modes")
  package static let errorCode = ApplicationField("tftp.error.code", "Errors")
  package static let fields = [operation, file, target, mode, errorCode]

  private static let operations = [
    "", "Read Request", "Write Request", "Data Packet", "Acknowledgement", "Error Code",
    "Option Acknowledgement",
  ]
  private static let errors = [
    "Not defined", "File not found", "Access violation", "Disk full or allocation exceeded",
    "Illegal TFTP Operation", "Unknown transfer ID", "File already exists", "No such user",
    "Option negotiation failed",
  ]

  /// A request with a name and a known mode (section 5).
  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    guard let code: UInt16 = reader.peek(), code == 1 || code == 2 else { return false }
    var reader = reader
    reader.advance(2)
    guard let length = reader.distance(to: 0, within: 512), length > 0 else { return false }
    reader.advance(length + 1)
    return ["netascii\0", "octet\0", "mail\0"].contains { reader.starts(withLowercase: $0) }
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let code = Int(try reader.read(as: UInt16.self))
    guard (1..<operations.count).contains(code) else { return }
    let operation = operations[code]
    switch code {
    case 1, 2:
      notes.count(Self.operation, operation)
      let name = readString(&reader)
      notes.count(code == 1 ? file : target, name)
      let mode = readString(&reader).lowercased()
      notes.count(Self.mode, mode)
      notes.describe("\(operation), File: \(name), Transfer type: \(mode)")
      // The answers come from another port, to this one.
      notes.announce(.tftp, port: notes.sourcePort)
    case 5:
      let number = Int(try reader.read(as: UInt16.self))
      let error = number < errors.count ? errors[number] : "Error \(number)"
      notes.count(errorCode, error)
      notes.describe("Error Code, Code: \(error)")
    case 3, 4:
      let block: UInt16 = try reader.read()
      notes.describe("\(operation), Block: \(block)")
    default: notes.describe(operation)
    }
  }

  /// Text up to a zero, which is passed.
  private static func readString(_ reader: inout ByteReader) -> String {
    let end = reader.distance(to: 0, within: 512) ?? min(reader.remaining, 512)
    let text = PrintableText.string(reader.prefix(end))
    reader.advance(end + 1)
    return text
  }
}
