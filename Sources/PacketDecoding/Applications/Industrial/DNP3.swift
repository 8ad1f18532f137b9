/// Telecontrol of utilities (IEEE 1815).
package enum DNP3: DatagramRecognizing {
  package static let id = ProtocolID.dnp3
  package static let reference = "IEEE 1815"
  package static let fields = [function, source, destination]
  package static let udpPorts: [UInt16] = [20_000]
  package static let tcpPorts: [UInt16] = [20_000]
  package static let readsDatagrams = true

  static let function = ApplicationField("dnp3.al.func", "Function")
  static let source = ApplicationField("dnp3.src", "From")
  static let destination = ApplicationField("dnp3.dst", "To")

  private static let start: UInt16 = 0x0564
  /// Of the header with its check.
  static let headerLength = 10

  /// The start and the check of a header.
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard isFrame(reader), let check: UInt16 = reader.peekLittleEndian(at: 8) else { return false }
    var register: UInt16 = 0
    for index in 0..<8 {
      register ^= UInt16(reader.peek(at: index, as: UInt8.self) ?? 0)
      for _ in 0..<8 { register = register & 1 != 0 ? register >> 1 ^ 0xA6BC : register >> 1 }
    }
    return ~register == check
  }

  package static func recognizesDatagram(_ reader: ByteReader) -> Bool { recognizesStream(reader) }
  package static func acceptsStream(_ reader: ByteReader) -> Bool { isFrame(reader) }
  package static func acceptsDatagram(_ reader: ByteReader) -> Bool { isFrame(reader) }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { DNP3StreamParser() }

  static func isFrame(_ reader: ByteReader) -> Bool {
    guard reader.peek() == start, let length: UInt8 = reader.peek(at: 2) else { return false }
    return length >= 5
  }

  /// With two bytes of check behind the header and each sixteen bytes of data (section 9.2.4).
  static func frameLength(_ length: UInt8) -> Int {
    let data = Int(length) - 5
    return headerLength + data + (data + 15) / 16 * 2
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try reader.skip(4)
    let to: UInt16 = try reader.readLittleEndian()
    let from: UInt16 = try reader.readLittleEndian()
    notes.count(source, "\(from)")
    notes.count(destination, "\(to)")
    notes.info = "from \(from) to \(to)"
    try reader.skip(2)
    guard !reader.isAtEnd else { return }
    // Only the first segment of a fragment has a function.
    let transport: UInt8 = try reader.read()
    guard transport & 0x40 != 0 else { return }
    try reader.skip(1)
    let code: UInt8 = try reader.read()
    notes.count(function, functions[code])
    notes.info? += ", \(functions[code])"
  }

  private static let functions = NumberNames(
    """
    0 Confirm; 1 Read; 2 Write; 3 Select; 4 Operate; 5 Direct Operate; 6 Direct Operate No Ack; \
    7 Immediate Freeze; 8 Immediate Freeze No Ack; 9 Freeze and Clear; \
    10 Freeze and Clear No ACK; 11 Freeze With Time; 12 Freeze With Time No ACK; \
    13 Cold Restart; 14 Warm Restart; 15 Initialize Data; 16 Initialize Application; \
    17 Start Application; 18 Stop Application; 19 Save Configuration; \
    20 Enable Spontaneous Messages; 21 Disable Spontaneous Messages; 22 Assign Classes; \
    23 Delay Measurement; 24 Record Current Time; 25 Open File; 26 Close File; 27 Delete File; \
    28 Get File Info; 29 Authenticate File; 30 Abort File; 31 Activate Config; \
    32 Authentication Request; 33 Authentication Error; 129 Response; 130 Unsolicited Response; \
    131 Authentication Response
    """)
}
