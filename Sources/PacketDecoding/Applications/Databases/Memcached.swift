/// Memcached, in text or binary.
package enum Memcached: ApplicationProtocol {
  package static let id = ProtocolID.memcache
  package static let reference = "memcached protocol.txt"
  package static let fields = [command, opcode, status]
  package static let udpPorts: [UInt16] = [11_211]
  package static let tcpPorts: [UInt16] = [11_211]

  static let command = ApplicationField("memcache.command", "Command in text")
  static let opcode = ApplicationField("memcache.opcode", "Command in binary")
  static let status = ApplicationField("memcache.status", "Error")

  package static func acceptsDatagram(_ reader: ByteReader) -> Bool {
    // A datagram has a header of its own: request, number, how many, and two zeros.
    reader.peek(at: 6) == UInt16(0) && acceptsStream(reader.slice(at: 8, count: .max))
  }

  package static func acceptsStream(_ reader: ByteReader) -> Bool {
    guard let first: UInt8 = reader.peek() else { return false }
    return first == 0x80 || first == 0x81 || (0x41...0x5A).contains(first & 0xDF)
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? {
    MemcachedStreamParser()
  }

  static let opcodes = NumberNames(
    """
    0 Get; 1 Set; 2 Add; 3 Replace; 4 Delete; 5 Increment; 6 Decrement; 7 Quit; 8 Flush; \
    9 Get Quietly; 10 No-op; 11 Version; 12 Get Key; 13 Get Key Quietly; 14 Append; 15 Prepend; \
    16 Statistics; 17 Set Quietly; 18 Add Quietly; 19 Replace Quietly; 20 Delete Quietly; \
    21 Increment Quietly; 22 Decrement Quietly; 23 Quit Quietly; 24 Flush Quietly; \
    25 Append Quietly; 26 Prepend Quietly; 28 Touch; 29 Get And Touch; \
    32 SASL mechanisms; 33 SASL authentication; 34 SASL step
    """)

  static let statuses = NumberNames(
    """
    1 Key not found; 2 Key exists; 3 Value too big; 4 Invalid arguments; 5 Item not stored; \
    32 Authentication error; 129 Unknown command; 130 Out of memory
    """)
}
