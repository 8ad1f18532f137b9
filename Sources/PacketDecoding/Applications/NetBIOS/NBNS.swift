/// The NetBIOS name service: who is called what on a network of Windows machines.
package enum NBNS: ApplicationProtocol {
  package static let id = ProtocolID.nbns
  package static let reference = "RFC 1002"
  package static let reads = "names of hosts"
  package static let udpPorts: [UInt16] = [137]
  package static let readsDatagrams = true
  package static let fields = [operation, name]

  private static let operation = ApplicationField("nbns.flags.opcode", "Message")
  private static let name = ApplicationField("nbns.name", "Name")
  /// Records of one message, and names in one record, that are read.
  private static let limit = 64

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let start = reader.offset
    let header = try DNSHeader(parsing: &reader)
    try reader.skip(DNSHeader.countBytes)
    let kind = kind(of: header)
    notes.count(operation, kind)
    notes.info = kind
    if header.questionCount > 0 {
      let asked = try NetBIOSName(parsing: &reader)
      try reader.skip(4)  // type and class
      notes.count(name, asked.description)
      notes.info = "\(kind) \(asked)"
    }
    let records =
      Int(header.answerCount) + Int(header.authorityCount) + Int(header.additionalCount)
    for _ in 0..<min(records, limit) {
      try readRecord(&reader, messageAt: start, header, &notes)
    }
  }

  /// Wireshark's words for opcodes (RFC 1002 section 4.2.1.1).
  private static func kind(of header: DNSHeader) -> String {
    let names: [UInt8: String] = [
      0: "Name query", 5: "Registration", 6: "Release", 7: "WACK", 8: "Refresh", 9: "Refresh",
      15: "Multi-homed registration",
    ]
    let number = header.opcode.rawValue
    return (names[number] ?? "Opcode \(number)") + (header.isResponse ? " response" : "")
  }

  private static func readRecord(
    _ reader: inout ByteReader, messageAt start: Int, _ header: DNSHeader,
    _ notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let owner = try readOwner(&reader, messageAt: start)
    let type: UInt16 = try reader.read()
    try reader.skip(6)  // class and time to live
    let length: UInt16 = try reader.read()
    var data = try reader.split(Int(length))
    switch type {
    case 0x20: nameAddresses(owner, &data, header, &notes)
    case 0x21: try nameSender(&data, &notes)
    default: break
    }
  }

  /// The name in front of a record, which may be a pointer to an earlier one.
  private static func readOwner(
    _ reader: inout ByteReader, messageAt start: Int
  ) throws(DecodeError) -> NetBIOSName {
    guard let word: UInt16 = reader.peek(), word >= 0xC000 else {
      return try NetBIOSName(parsing: &reader)
    }
    var target = reader
    try target.seek(to: start + Int(word & 0x3FFF))
    try reader.skip(2)
    return try NetBIOSName(parsing: &target)
  }

  /// The addresses of a name in registrations and responses (section 4.2.2); a release takes it away.
  private static func nameAddresses(
    _ owner: NetBIOSName, _ data: inout ByteReader, _ header: DNSHeader,
    _ notes: inout ApplicationNotes
  ) {
    let isError = header.isResponse && header.responseCode != .noError
    guard owner.isOfHost, header.opcode.rawValue != 6, !isError else { return }
    while let flags: UInt16 = data.peek(), let bits: UInt32 = data.peek(at: 2) {
      data.advance(6)
      // A group has many members.
      if flags & 0x8000 == 0 { notes.name(IPAddress(v4: bits), owner.text) }
    }
  }

  /// What a machine says it is called (section 4.2.18).
  private static func nameSender(
    _ data: inout ByteReader, _ notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let count: UInt8 = try data.read()
    for _ in 0..<min(Int(count), limit) {
      let name = NetBIOSName(bytes: try data.readBytes(16))
      let flags: UInt16 = try data.read()
      if flags & 0x8000 == 0, name.isOfHost { notes.name(notes.source, name.text) }
    }
  }
}
