/// The header of a DTLS record in clear text, or of one that DTLS 1.2 encrypts
/// (RFC 6347 section 4.1, RFC 9147 section 4).
struct DTLSRecordHeader: Sendable {
  static let byteCount = 13

  /// Beside the types of TLS: a record with a connection identifier (RFC 9146) or of acknowledgments
  /// (RFC 9147 section 7).
  enum Content: UInt8, Sendable {
    case changeCipherSpec = 20
    case alert, handshake, applicationData, heartbeat, connectionID, acknowledgment
  }

  var content: Content
  var version: TLSVersion
  /// Counts changes of keys; in epoch 0 everything is in clear text.
  var epoch: UInt16
  var length: Int

  init(parsing reader: inout ByteReader) throws(DecodeError) {
    let start = reader.offset
    let type: UInt8 = try reader.read()
    version = TLSVersion(rawValue: try reader.read())
    epoch = try reader.read()
    try reader.skip(6)  // sequence number
    length = Int(try reader.read(as: UInt16.self))
    guard let content = Content(rawValue: type) else {
      throw .invalid(.tlsRecordType, value: Int(type), at: start)
    }
    self.content = content
    guard [.dtls10, .dtls12, .dtls13, .beforeDTLS].contains(version) else {
      throw .invalid(.tlsVersion, value: Int(version.rawValue), at: start + 1)
    }
    guard length <= TLSRecordHeader.lengthLimit else {
      throw .invalid(.tlsRecordLength, value: length, at: start + 11)
    }
  }
}
