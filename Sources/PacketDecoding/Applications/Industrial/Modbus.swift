/// Modbus over TCP, or UDP.
package enum Modbus: ApplicationProtocol {
  package static let id = ProtocolID.modbus
  package static let reference = "Modbus Messaging on TCP/IP 1.0b"
  package static let carrier = ProtocolID.mbtcp
  package static let fields = [unit, function, exception]
  package static let udpPorts: [UInt16] = [502]
  package static let tcpPorts: [UInt16] = [502]
  package static let readsDatagrams = true

  static let unit = ApplicationField("mbtcp.unit_id", "Unit")
  static let function = ApplicationField("modbus.func_code", "Function")
  static let exception = ApplicationField("modbus.exception_code", "Exception")

  /// Protocol 0, and a length of a unit and of what at most 253 bytes say (section 3.1.3).
  package static func acceptsStream(_ reader: ByteReader) -> Bool {
    guard reader.peek(at: 2) == UInt16(0), let length: UInt16 = reader.peek(at: 4) else {
      return false
    }
    return (2...254).contains(length)
  }

  package static func acceptsDatagram(_ reader: ByteReader) -> Bool { acceptsStream(reader) }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { ModbusStreamParser() }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try read(&reader, isQuery: notes.destinationPort == 502, into: &notes)
  }

  static func read(
    _ reader: inout ByteReader, isQuery: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let transaction: UInt16 = try reader.read()
    try reader.skip(4)
    let number: UInt8 = try reader.read()
    let code: UInt8 = try reader.read()
    let name = functions[code & 0x7F]
    notes.count(unit, "\(number)")
    notes.count(function, name)
    notes.info =
      "\(isQuery ? "Query" : "Response"): Trans: \(transaction); Unit: \(number), "
      + "Func: \(code & 0x7F): \(name)"
    guard code & 0x80 != 0 else { return }
    let reason: UInt8 = try reader.read()
    notes.count(exception, exceptions[reason])
    notes.info? += ". Exception returned: \(exceptions[reason])"
  }

  private static let functions = NumberNames(
    """
    1 Read Coils; 2 Read Discrete Inputs; 3 Read Holding Registers; 4 Read Input Registers; \
    5 Write Single Coil; 6 Write Single Register; 7 Read Exception Status; 8 Diagnostics; \
    11 Get Comm. Event Counters; 12 Get Comm. Event Log; 15 Write Multiple Coils; \
    16 Write Multiple Registers; 17 Report Slave ID; 20 Read File Record; 21 Write File Record; \
    22 Mask Write Register; 23 Read Write Register; 24 Read FIFO Queue; \
    43 Encapsulated Interface Transport; 90 Unity (Schneider)
    """)

  private static let exceptions = NumberNames(
    """
    1 Illegal function; 2 Illegal data address; 3 Illegal data value; 4 Slave device failure; \
    5 Acknowledge; 6 Slave device busy; 8 Memory parity error; 10 Gateway path unavailable; \
    11 Gateway target device failed to respond
    """)
}
