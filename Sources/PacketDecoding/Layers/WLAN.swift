extension DecodedPacket {
  /// The radiotap header in front of 802.11 frames (radiotap.org), little-endian.
  mutating func decodeRadiotap(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(2)
    let length: UInt16 = try reader.readLittleEndian()
    guard length >= 8 else { return .none }
    try reader.skip(Int(length) - 4)
    return .wlan
  }

  /// An IEEE 802.11 MAC header; data frames lead on to LLC.
  mutating func decodeWLAN(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let frameControl: UInt16 = try reader.readLittleEndian()
    let type = frameControl >> 2 & 3
    let subtype = frameControl >> 4 & 15
    guard type == 2 else { return .none }
    try reader.skip(2)
    let first = try readMAC(&reader)
    let second = try readMAC(&reader)
    let third = try readMAC(&reader)
    try reader.skip(2)
    hasMAC = true
    let toDistribution = frameControl & 0x0100 != 0
    let fromDistribution = frameControl & 0x0200 != 0
    destinationMAC = toDistribution ? third : first
    sourceMAC = fromDistribution ? third : second
    if toDistribution, fromDistribution { sourceMAC = try readMAC(&reader) }
    if subtype & 8 != 0 {
      try reader.skip(2)
      if frameControl & 0x8000 != 0 { try reader.skip(4) }  // high-throughput control
    }
    // Null-data frames carry nothing; protected ones nothing that can be read.
    if subtype & 4 != 0 || frameControl & 0x4000 != 0 { return .none }
    return reader.isAtEnd ? .none : .llc
  }

  private func readMAC(_ reader: inout ByteReader) throws(DecodeError) -> MACAddress {
    let high: UInt16 = try reader.read()
    let low: UInt32 = try reader.read()
    return MACAddress(rawValue: UInt64(high) << 32 | UInt64(low))
  }
}
