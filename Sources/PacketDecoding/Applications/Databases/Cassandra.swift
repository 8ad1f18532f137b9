/// The query language of Cassandra (CQL binary protocol 3 to 5).
package enum Cassandra: ApplicationProtocol {
  package static let id = ProtocolID.cql
  package static let reference = "CQL binary protocol 3 to 5"
  package static let fields = [version, opcode, error]
  package static let tcpPorts: [UInt16] = [9042]

  static let version = ApplicationField("cql.version", "Version")
  static let opcode = ApplicationField("cql.opcode", "Message")
  static let error = ApplicationField("cql.error_code", "Error")

  package static func acceptsStream(_ reader: ByteReader) -> Bool { isFrame(reader) }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? {
    CassandraStreamParser()
  }

  /// A frame of version 3 to 5, whose body may have 256 MB (section 2).
  static func isFrame(_ reader: ByteReader) -> Bool {
    guard let version: UInt8 = reader.peek(), let code: UInt8 = reader.peek(at: 4),
      let length: UInt32 = reader.peek(at: 5)
    else { return false }
    return (3...5).contains(version & 0x7F) && opcodes.known(code) != nil && length <= 256 << 20
  }

  static let opcodes = NumberNames(
    """
    0 ERROR; 1 STARTUP; 2 READY; 3 AUTHENTICATE; 5 OPTIONS; 6 SUPPORTED; 7 QUERY; 8 RESULT; \
    9 PREPARE; 10 EXECUTE; 11 REGISTER; 12 EVENT; 13 BATCH; 14 AUTH_CHALLENGE; \
    15 AUTH_RESPONSE; 16 AUTH_SUCCESS
    """)

  static let errors = NumberNames(
    radix: 16,
    """
    0 Server error; a Protocol error; 100 Authentication error; 1000 Unavailable; \
    1001 Overloaded; 1002 Is bootstrapping; 1003 Truncate error; 1100 Write timeout; \
    1200 Read timeout; 1300 Read failure; 1400 Function failure; 1500 Write failure; \
    2000 Syntax error; 2100 Unauthorized; 2200 Invalid; 2300 Config error; \
    2400 Already exists; 2500 Unprepared
    """)
}
