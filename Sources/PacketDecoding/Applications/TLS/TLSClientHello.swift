/// The first message of a TLS client (RFC 8446 section 4.1.2, RFC 5246 section 7.4.1.2), as it is
/// also in DTLS and, in CRYPTO frames, in QUIC.
package struct TLSClientHello: Hashable, Sendable {
  package var legacyVersion = TLSVersion(rawValue: 0)
  /// What names a session to resume (RFC 5246 section 7.4.1.2), at most 32 bytes.
  package var sessionID: [UInt8] = []
  package var cipherSuites: [TLSCipherSuite] = []
  /// The numbers of the extensions in their order, GREASE among them.
  package var extensions: [UInt16] = []
  /// The host name of the server_name extension (RFC 6066 section 3).
  package var serverName: String?
  package var applicationProtocols: [String] = []
  /// The first and the last byte of the first of them.
  package var firstProtocol: UInt16?
  package var supportedGroups: [UInt16] = []
  /// The groups for which it brings a key already (RFC 8446 section 4.2.8).
  package var keyShares: [UInt16] = []
  package var pointFormats: [UInt8] = []
  package var signatureAlgorithms: [UInt16] = []
  package var supportedVersions: [TLSVersion] = []
  /// Whether it brings a ticket that may resume a session (RFC 5077 section 3.2).
  package var hasTicket = false
  /// Whether it came in the form of SSL 2.0 (RFC 5246 appendix E.2).
  package var isSSL2 = false
  /// False where it is cut or malformed; what was read before is still good.
  package var isComplete = false

  /// Reads the body of the message, which is all that remains in `reader`; that of DTLS holds a
  /// cookie, too (RFC 6347 section 4.2.1).
  package init(parsing reader: inout ByteReader, isDatagram: Bool = false) {
    do throws(DecodeError) {
      try parse(&reader, isDatagram: isDatagram)
      isComplete = true
    } catch {}
  }

  /// Reads a hello in the form of SSL 2.0 behind its record header and type.
  init(parsingSSL2 reader: inout ByteReader) {
    isSSL2 = true
    do throws(DecodeError) {
      legacyVersion = TLSVersion(rawValue: try reader.read())
      let suiteBytes = Int(try reader.read(as: UInt16.self))
      try reader.skip(4)  // the lengths of session and challenge
      for _ in 0..<suiteBytes / 3 {
        let suite = try reader.readUInt24()
        // Suites of SSL 2.0 itself have a first byte that is not zero.
        if suite <= 0xFFFF { cipherSuites.append(TLSCipherSuite(rawValue: UInt16(suite))) }
      }
      isComplete = true
    } catch {}
  }

  /// The highest version offered, by the extension if there is one.
  package var highestVersion: TLSVersion {
    supportedVersions.filter { !TLSNumber.isGREASE($0.rawValue) }.max() ?? legacyVersion
  }

  /// Whether it offers a key that both know already (RFC 8446 section 4.2.11).
  package var offersPreSharedKey: Bool { has(.preSharedKey) }
  /// Whether it sends data before the server has answered (RFC 8446 section 4.2.10).
  package var offersEarlyData: Bool { has(.earlyData) }
  /// Whether the true name may be in an encrypted part; some clients only pretend (GREASE).
  package var hasEncryptedHello: Bool { has(.encryptedClientHello) || has(.encryptedServerName) }

  private func has(_ type: TLSExtension) -> Bool { extensions.contains(type.rawValue) }

  private mutating func parse(
    _ reader: inout ByteReader, isDatagram: Bool
  ) throws(DecodeError) {
    legacyVersion = TLSVersion(rawValue: try reader.read())
    try reader.skip(32)  // random
    sessionID = try reader.sessionID()
    if isDatagram { _ = try reader.vector8() }  // cookie
    var suites = try reader.vector16()
    cipherSuites = try suites.readAll(as: UInt16.self).map { TLSCipherSuite(rawValue: $0) }
    _ = try reader.vector8()  // compression methods
    if reader.isAtEnd { return }  // extensions may be missing before TLS 1.3
    let length = Int(try reader.read(as: UInt16.self))
    let isCut = length > reader.remaining
    reader.limit(to: length)
    while !reader.isAtEnd {
      let type: UInt16 = try reader.read()
      extensions.append(type)
      var body = try reader.vector16()
      // An extension that is malformed inside costs nothing but itself.
      try? parse(TLSExtension(rawValue: type), &body)
    }
    if isCut { throw .truncated(needed: length, available: reader.remaining, at: reader.offset) }
  }

  private mutating func parse(
    _ type: TLSExtension, _ body: inout ByteReader
  ) throws(DecodeError) {
    switch type {
    case .serverName: try parseServerName(&body)
    case .supportedGroups:
      var list = try body.vector16()
      supportedGroups = try list.readAll()
    case .pointFormats:
      var list = try body.vector8()
      pointFormats = try list.readAll()
    case .signatureAlgorithms:
      var list = try body.vector16()
      signatureAlgorithms = try list.readAll()
    case .applicationProtocols:
      var list = try body.vector16()
      var first = list
      if let name = try? first.vector8(), let start: UInt8 = name.peek(),
        let end: UInt8 = name.peek(at: name.remaining - 1)
      {
        firstProtocol = UInt16(start) << 8 | UInt16(end)
      }
      applicationProtocols = try list.readNames(limit: 16)
    case .supportedVersions:
      var list = try body.vector8()
      supportedVersions = try list.readAll(as: UInt16.self).map { TLSVersion(rawValue: $0) }
    case .sessionTicket: hasTicket = !body.isAtEnd
    case .keyShare:
      var list = try body.vector16()
      while !list.isAtEnd {
        keyShares.append(try list.read())
        _ = try list.vector16()
      }
    default: break
    }
  }

  private mutating func parseServerName(_ body: inout ByteReader) throws(DecodeError) {
    var list = try body.vector16()
    while !list.isAtEnd, serverName == nil {
      let type: UInt8 = try list.read()
      let name = try list.vector16()
      if type == 0 { serverName = PrintableText.string(name, limit: 255) }
    }
  }
}
