/// The number of an extension of a hello (IANA "TLS ExtensionType Values").
struct TLSExtension: RawRepresentable, Hashable {
  var rawValue: UInt16

  static let serverName = TLSExtension(rawValue: 0)
  static let supportedGroups = TLSExtension(rawValue: 10)
  static let pointFormats = TLSExtension(rawValue: 11)
  static let signatureAlgorithms = TLSExtension(rawValue: 13)
  static let applicationProtocols = TLSExtension(rawValue: 16)
  static let sessionTicket = TLSExtension(rawValue: 35)
  static let preSharedKey = TLSExtension(rawValue: 41)
  static let earlyData = TLSExtension(rawValue: 42)
  static let supportedVersions = TLSExtension(rawValue: 43)
  static let keyShare = TLSExtension(rawValue: 51)
  static let encryptedClientHello = TLSExtension(rawValue: 0xFE0D)
  /// What came before it (draft-ietf-tls-esni-06).
  static let encryptedServerName = TLSExtension(rawValue: 0xFFCE)
}

extension ByteReader {
  /// A reader of what stands behind its length in one byte.
  @_lifetime(copy self)
  mutating func vector8() throws(DecodeError) -> ByteReader {
    let count: UInt8 = try read()
    return try split(Int(count))
  }

  /// A reader of what stands behind its length in two bytes.
  @_lifetime(copy self)
  mutating func vector16() throws(DecodeError) -> ByteReader {
    let count: UInt16 = try read()
    return try split(Int(count))
  }

  /// Three bytes in network order.
  mutating func readUInt24() throws(DecodeError) -> Int {
    let high: UInt8 = try read()
    let low: UInt16 = try read()
    return Int(high) << 16 | Int(low)
  }

  /// All that remains, as numbers.
  mutating func readAll<T: FixedWidthInteger & BitwiseCopyable>(
    as type: T.Type = T.self
  ) throws(DecodeError) -> [T] {
    var numbers: [T] = []
    numbers.reserveCapacity(remaining / MemoryLayout<T>.size)
    while !isAtEnd { numbers.append(try read()) }
    return numbers
  }

  /// All that remains, as names behind their lengths (RFC 7301 section 3.1), of which some are kept.
  mutating func readNames(limit: Int) throws(DecodeError) -> [String] {
    var names: [String] = []
    while !isAtEnd, names.count < limit {
      names.append(PrintableText.string(try vector8()))
    }
    return names
  }

  /// The identifier of a session behind its length; of one that is too long, the beginning.
  mutating func sessionID() throws(DecodeError) -> [UInt8] {
    var identifier = try vector8()
    return try identifier.readBytes(min(identifier.remaining, 32))
  }
}
