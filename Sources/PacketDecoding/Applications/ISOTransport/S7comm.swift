/// What Siemens' controllers speak over ``COTP``; there is no public specification.
package enum S7comm: ApplicationProtocol {
  package static let id = ProtocolID.s7comm
  package static let reference = "Siemens S7, undocumented"
  package static let carrier = ProtocolID.cotp
  package static let fields = [kind, function, failure]

  static let kind = ApplicationField("s7comm.header.rosctr", "Message")
  static let function = ApplicationField("s7comm.param.func", "Function")
  static let failure = ApplicationField("s7comm.header.errcls", "Error class")

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard let frame = TPKT(reader), frame.kind == TPKT.data else { return false }
    return isMessage(frame.payload(reader))
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? {
    COTPStreamParser(follows: id)
  }

  static func isMessage(_ reader: ByteReader) -> Bool {
    guard reader.peek() == UInt8(0x32), let kind: UInt8 = reader.peek(at: 1) else { return false }
    return [1, 2, 3, 7].contains(kind) && reader.peek(at: 2) == UInt16(0)
  }

  static func read(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try reader.skip(1)
    let number: UInt8 = try reader.read()
    notes.count(kind, kinds[number])
    try reader.skip(4)  // reserved, reference
    let parameters: UInt16 = try reader.read()
    try reader.skip(2)
    notes.info = "ROSCTR:[\(kinds[number])]"
    if number == 2 || number == 3 {
      let error: UInt8 = try reader.read()
      try reader.skip(1)
      if error != 0 { notes.count(failure, failures[error]) }
    }
    guard number != 7, parameters > 0 else { return }
    let code: UInt8 = try reader.read()
    notes.count(function, functions[code])
    notes.info? += " Function:[\(functions[code])]"
  }

  private static let kinds = NumberNames("1 Job; 2 Ack; 3 Ack_Data; 7 Userdata")

  private static let functions = NumberNames(
    radix: 16,
    """
    0 CPU services; f0 Setup communication; 4 Read Var; 5 Write Var; 1a Request download; \
    1b Download block; 1c Download ended; 1d Start upload; 1e Upload; 1f End upload; \
    28 PI-Service; 29 PLC Stop
    """)

  private static let failures = NumberNames(
    radix: 16,
    """
    81 Application relationship; 82 Object definition; 83 No resources available; \
    84 Error on service processing; 85 Error on supplies; 87 Access error
    """)
}
