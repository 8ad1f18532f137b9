extension DecodedPacket {
  /// IPX (Novell's IPX Router Specification section 2): what is looked for is the SMB that Microsoft's
  /// networks put into datagrams.
  mutating func decodeIPX(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    // The destination's socket ends its address.
    switch reader.peek(at: 16, as: UInt16.self) {
    // NetBIOS: flags and the names of two hosts.
    case 0x0455: return try smb(behind: 34, &reader)
    // NWLink: a route of 32 bytes, type and number of the message, two names.
    case 0x0553: return try smb(behind: 68, &reader)
    default: return .none
    }
  }

  private func smb(
    behind names: Int, _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    let headerLength = 30 + names
    guard reader.peek(at: headerLength) == SMB.magic else { return .none }
    try reader.skip(headerLength)
    return .smb
  }
}
