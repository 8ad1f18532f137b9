/// The header of a TLS record (RFC 8446 section 5.1).
struct TLSRecordHeader: Sendable {
  static let byteCount = 5
  /// Records may be longer than 16 KiB by what encryption adds (RFC 5246 section 6.2.3).
  static let lengthLimit = 16_384 + 2048

  enum Content: UInt8, Sendable {
    case changeCipherSpec = 20
    case alert, handshake, applicationData, heartbeat
  }

  var content: Content
  var version: TLSVersion
  var length: Int

  init(parsing reader: inout ByteReader) throws(DecodeError) {
    let start = reader.offset
    let type: UInt8 = try reader.read()
    version = TLSVersion(rawValue: try reader.read())
    length = Int(try reader.read(as: UInt16.self))
    guard let content = Content(rawValue: type) else {
      throw .invalid(.tlsRecordType, value: Int(type), at: start)
    }
    self.content = content
    guard version >= .ssl3, version <= .tls13 else {
      throw .invalid(.tlsVersion, value: Int(version.rawValue), at: start + 1)
    }
    guard length <= Self.lengthLimit, length > 0 || content == .applicationData else {
      throw .invalid(.tlsRecordLength, value: length, at: start + 3)
    }
  }
}
