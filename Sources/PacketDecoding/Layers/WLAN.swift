extension DecodedPacket {
  /// An IEEE 802.11 MAC header; data frames lead on to LLC.
  mutating func decodeWLAN(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    if traits.contains(.checksum) { dropChecksum(&reader) }
    let start = reader.offset
    let control = try readFrameControl(&reader)
    guard control.version == 0 else { return .none }
    switch control.type {
    case 0:
      try readManagement(&reader)
      return .none
    case 2: break
    default: return .none
    }
    try readAddresses(control, &reader)
    let quality: UInt16 = control.hasQuality ? try reader.readLittleEndian() : 0
    // High-throughput control.
    if control.hasQuality, control.isOrdered { try reader.skip(4) }
    if traits.contains(.paddedHeader) { try reader.skip((start - reader.offset) & 3) }
    guard control.hasReadableBody, !control.moreFragments, wlanFragment == 0 else { return .none }
    if quality & 0x0100 != 0, control.fromDistribution { try skipMeshControl(&reader) }
    if quality & 0x0080 != 0 { return .wlanAggregate }
    return try wlanPayload(&reader)
  }

  /// Part of an aggregated MSDU (IEEE 802.11 section 9.3.2.2): addresses, a length, LLC.
  ///
  /// The first of several stands for all.
  mutating func decodeWLANAggregate(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    destinationMAC = try readMAC(&reader)
    sourceMAC = try readMAC(&reader)
    let length: UInt16 = try reader.read()
    reader.limit(to: Int(length))
    wireEnd = min(wireEnd, reader.offset + Int(length))
    return reader.isAtEnd ? .none : .llc
  }

  private func readFrameControl(_ reader: inout ByteReader) throws(DecodeError) -> FrameControl {
    let value: UInt16 = try reader.readLittleEndian()
    return FrameControl(rawValue: traits.contains(.swappedControl) ? value.byteSwapped : value)
  }

  private mutating func dropChecksum(_ reader: inout ByteReader) {
    traits.remove(.checksum)
    guard wireEnd - 4 >= reader.offset else { return }
    wireEnd -= 4
    reader.limit(to: wireEnd - reader.offset)
  }

  private mutating func readManagement(_ reader: inout ByteReader) throws(DecodeError) {
    try reader.skip(2)
    destinationMAC = try readMAC(&reader)
    sourceMAC = try readMAC(&reader)
    hasMAC = true
  }

  private mutating func readAddresses(
    _ control: FrameControl, _ reader: inout ByteReader
  ) throws(DecodeError) {
    try reader.skip(2)
    let first = try readMAC(&reader)
    let second = try readMAC(&reader)
    let third = try readMAC(&reader)
    wlanFragment = try reader.readLittleEndian(as: UInt16.self) & 0x0F
    destinationMAC = control.toDistribution ? third : first
    sourceMAC = control.fromDistribution ? third : second
    if control.toDistribution, control.fromDistribution { sourceMAC = try readMAC(&reader) }
    hasMAC = true
  }

  /// The mesh control field (IEEE 802.11 section 9.2.4.7.3), if it is one.
  private func skipMeshControl(_ reader: inout ByteReader) throws(DecodeError) {
    guard let flags: UInt8 = reader.peek(), flags < 3 else { return }
    try reader.skip(6 + Int(flags) * 6)
  }

  /// LLC, unless a bridge has put something else there.
  private func wlanPayload(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    guard let first: UInt16 = reader.peek() else { return .none }
    guard first != 0xAAAA else { return .llc }
    if let high: UInt32 = reader.peek(), let low: UInt64 = reader.peek(at: 4),
      UInt64(high) << 16 | low >> 48 == destinationMAC.rawValue,
      low & 0xFFFF_FFFF_FFFF == sourceMAC.rawValue
    {
      return .eth
    }
    if first == 0xFFFF { return .ipx }
    // Some put two bytes of zero in front.
    if first == 0 { try reader.skip(2) }
    return .llc
  }
}

/// The first field of an 802.11 header.
private struct FrameControl {
  var rawValue: UInt16

  var version: UInt16 { rawValue & 3 }
  var type: UInt16 { rawValue >> 2 & 3 }
  var toDistribution: Bool { rawValue & 0x0100 != 0 }
  var fromDistribution: Bool { rawValue & 0x0200 != 0 }
  var moreFragments: Bool { rawValue & 0x0400 != 0 }
  var isOrdered: Bool { rawValue & 0x8000 != 0 }
  /// Bits of the subtype of data frames: with quality of service, without data.
  var hasQuality: Bool { rawValue & 0x0080 != 0 }
  /// Null-data frames carry nothing; protected ones nothing that can be read.
  var hasReadableBody: Bool { rawValue & 0x4040 == 0 }
}
