/// An ARP packet for IPv4 over any hardware (RFC 826).
package struct ARPHeader: Sendable {
  package var operation: UInt16
  package var senderMAC = MACAddress.zero
  package var senderAddress = IPAddress.none
  package var targetMAC = MACAddress.zero
  package var targetAddress = IPAddress.none
  /// True if the addresses above were there to be read: IPv4, and hardware addresses of 6 bytes.
  package var hasAddresses = false
  package var isReverse = false

  init(parsing reader: inout ByteReader) throws(DecodeError) {
    try reader.skip(2)
    let type: UInt16 = try reader.read()
    let hardwareLength: UInt8 = try reader.read()
    let protocolLength: UInt8 = try reader.read()
    operation = try reader.read()
    isReverse = operation == 3 || operation == 4
    guard type == 0x0800, hardwareLength == 6, protocolLength == 4 else {
      try reader.skip(2 * (Int(hardwareLength) + Int(protocolLength)))
      return
    }
    senderMAC = try Self.readMAC(&reader)
    senderAddress = IPAddress(v4: try reader.read())
    targetMAC = try Self.readMAC(&reader)
    targetAddress = IPAddress(v4: try reader.read())
    hasAddresses = true
  }

  private static func readMAC(_ reader: inout ByteReader) throws(DecodeError) -> MACAddress {
    let high: UInt16 = try reader.read()
    let low: UInt32 = try reader.read()
    return MACAddress(rawValue: UInt64(high) << 32 | UInt64(low))
  }
}

extension DecodedPacket {
  mutating func decodeARP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    arp = try ARPHeader(parsing: &reader)
    return .none
  }
}
