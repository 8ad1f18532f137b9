/// Headers that radios put in front of 802.11 frames.
extension DecodedPacket {
  /// The radiotap header (radiotap.org), little-endian.
  mutating func decodeRadiotap(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let start = reader.offset
    try reader.skip(2)
    let length: UInt16 = try reader.readLittleEndian()
    guard length >= 8 else { return .none }
    readRadiotapFlags(reader)
    try reader.skip(start + Int(length) - reader.offset)
    return .wlan
  }

  /// The second field, flags, stands behind all words of presence and the time stamp.
  private mutating func readRadiotapFlags(_ header: ByteReader) {
    guard let first: UInt32 = header.peek(as: UInt32.self)?.byteSwapped, first & 0x02 != 0 else {
      return
    }
    var position = 4
    var word = first
    // Each word says in its last bit whether another follows.
    while word & 0x8000_0000 != 0,
      let next: UInt32 = header.peek(at: position, as: UInt32.self)?.byteSwapped
    {
      word = next
      position += 4
    }
    // Fields are aligned to their size, from the start of the header four bytes before.
    if first & 0x01 != 0 { position = (position + 4 + 7) & ~7 + 8 - 4 }
    guard let flags: UInt8 = header.peek(at: position) else { return }
    if flags & 0x10 != 0 { traits.insert(.checksum) }
    if flags & 0x20 != 0 { traits.insert(.paddedHeader) }
  }

  /// The header of Prism cards, in the byte order of the machine; some of them hold AVS instead.
  mutating func decodePrism(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let start = reader.offset
    let code: UInt32 = try reader.read()
    if code & 0xFFFF_F000 == 0x8021_1000 {
      path.replaceLast(.wlancap)
      return try skipMonitorHeader(from: start, &reader)
    }
    let length: UInt32 = try reader.read()
    // The message is 0x44: whichever order makes it small is the writer's.
    let count = code > 0xFFFF ? length.byteSwapped : length
    guard count >= 8, count <= 4096 else { return .none }
    try reader.skip(start + Int(count) - reader.offset)
    return .wlan
  }

  /// The header of AVS, in network byte order.
  mutating func decodeMonitorHeader(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let start = reader.offset
    try reader.skip(4)
    return try skipMonitorHeader(from: start, &reader)
  }

  private func skipMonitorHeader(
    from start: Int, _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    let length: UInt32 = try reader.read()
    guard length >= 8, length <= 4096 else { return .none }
    try reader.skip(start + Int(length) - reader.offset)
    return .wlan
  }

  /// Per-packet information (CACE): the header says which link type follows.
  mutating func decodePPI(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let start = reader.offset
    try reader.skip(2)
    let length: UInt16 = try reader.readLittleEndian()
    let linkType: UInt32 = try reader.readLittleEndian()
    guard length >= 8, linkType != 192, linkType <= UInt16.max else { return .none }
    var fields = try reader.split(start + Int(length) - reader.offset)
    while fields.remaining >= 4 {
      let type: UInt16 = try fields.readLittleEndian()
      let count: UInt16 = try fields.readLittleEndian()
      // 802.11-Common: a time of eight bytes, then flags.
      if type == 2, let flags: UInt16 = fields.peek(at: 8, as: UInt16.self)?.byteSwapped,
        flags & 1 != 0
      {
        traits.insert(.checksum)
      }
      try fields.skip(min(Int(count), fields.remaining))
    }
    return firstLayer(UInt16(linkType))
  }
}
