/// The header of an SMB 2 message (MS-SMB2 section 2.2.1).
struct SMB2Header {
  static let byteCount = 64

  let status: NTStatus
  let command: UInt16
  let isResponse: Bool
  /// Where the next message of the same frame begins, from the beginning of this one; 0 for the last.
  let next: Int

  init(parsing reader: inout ByteReader) throws(DecodeError) {
    try reader.skip(8)  // magic, size, credit charge
    status = NTStatus(rawValue: try reader.readLittleEndian())
    command = try reader.readLittleEndian()
    try reader.skip(2)  // credits
    isResponse = try reader.readLittleEndian(as: UInt32.self) & 1 != 0
    next = Int(try reader.readLittleEndian(as: UInt32.self))
    try reader.skip(40)  // message, process, tree, session, signature
  }
}
