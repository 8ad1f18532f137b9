/// A packet of NTP, version 3 or 4, from client or server (RFC 5905 section 7.3).
package enum NTPPacket {
  package static func recognizes(_ reader: ByteReader) -> Bool {
    guard reader.remaining >= 48, reader.remaining % 4 == 0, let first: UInt8 = reader.peek(),
      let stratum: UInt8 = reader.peek(at: 1), let poll: UInt8 = reader.peek(at: 2),
      let precision: UInt8 = reader.peek(at: 3)
    else { return false }
    let version = first >> 3 & 7
    let mode = first & 7
    guard (3...4).contains(version), (1...5).contains(mode), stratum <= 16 else { return false }
    // Precision is a power of two below a second; clients may leave it at 0 or give it as 32.
    return poll <= 17 && (precision >= 0xE0 || precision == 0 || precision == 0x20)
  }
}
