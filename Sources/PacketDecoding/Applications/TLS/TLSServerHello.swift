/// The answer of a TLS server (RFC 8446 section 4.1.3, RFC 5246 section 7.4.1.3).
package struct TLSServerHello: Hashable, Sendable {
  package var legacyVersion = TLSVersion(rawValue: 0)
  /// What the supported_versions extension chose, in TLS 1.3.
  package var selectedVersion: TLSVersion?
  package var cipherSuite = TLSCipherSuite(rawValue: 0)
  /// The session that it resumes or begins, at most 32 bytes; without meaning in TLS 1.3.
  package var sessionID: [UInt8] = []
  /// The group of its key in TLS 1.3.
  package var group: TLSGroup?
  package var applicationProtocol: String?
  /// The numbers of the extensions in their order.
  package var extensions: [UInt16] = []
  /// Whether it only asks for another hello (RFC 8446 section 4.1.4).
  package var isHelloRetryRequest = false
  /// False where it is cut or malformed; what was read before is still good.
  package var isComplete = false

  /// Reads the body of the message, which is all that remains in `reader`.
  package init(parsing reader: inout ByteReader) {
    do throws(DecodeError) {
      try parse(&reader)
      isComplete = true
    } catch {}
  }

  /// The version that the connection goes on with.
  package var version: TLSVersion { selectedVersion ?? legacyVersion }

  /// Whether it goes on with a session that both remember: in TLS 1.3 by the key that it took, else by
  /// the identifier that the client named (RFC 5246 section 7.3, RFC 5077 section 3.4).
  package func resumes(sessionID offered: [UInt8]) -> Bool {
    if version.isTLS13 { return extensions.contains(TLSExtension.preSharedKey.rawValue) }
    return !sessionID.isEmpty && sessionID == offered
  }

  /// What JA3S takes the MD5 of, as `tls.handshake.ja3s_full`.
  package var ja3sString: String? {
    guard isComplete else { return nil }
    let list = extensions.map { String($0) }.joined(separator: "-")
    return "\(legacyVersion.rawValue),\(cipherSuite.rawValue),\(list)"
  }

  /// The SHA-256 of "HelloRetryRequest", which stands for the random number of such a message.
  private static let retryRandom: [UInt64] = [
    0xCF21_AD74_E59A_6111, 0xBE1D_8C02_1E65_B891, 0xC2A2_1116_7ABB_8C5E, 0x079E_09E2_C8A8_339C,
  ]

  private mutating func parse(_ reader: inout ByteReader) throws(DecodeError) {
    legacyVersion = TLSVersion(rawValue: try reader.read())
    var random = try reader.split(32)
    isHelloRetryRequest = try random.readAll(as: UInt64.self) == Self.retryRandom
    // Drafts of TLS 1.3 before the 22nd left the session and the compression out.
    let isEarlyDraft = legacyVersion.isTLS13
    if !isEarlyDraft { sessionID = try reader.sessionID() }
    cipherSuite = TLSCipherSuite(rawValue: try reader.read())
    if !isEarlyDraft { try reader.skip(1) }
    if reader.isAtEnd { return }
    var list = try reader.vector16()
    while !list.isAtEnd {
      let type: UInt16 = try list.read()
      extensions.append(type)
      var body = try list.vector16()
      try? parse(TLSExtension(rawValue: type), &body)
    }
  }

  private mutating func parse(
    _ type: TLSExtension, _ body: inout ByteReader
  ) throws(DecodeError) {
    switch type {
    case .supportedVersions: selectedVersion = TLSVersion(rawValue: try body.read())
    case .keyShare: group = TLSGroup(rawValue: try body.read())
    case .applicationProtocols:
      var names = try body.vector16()
      applicationProtocol = try names.readNames(limit: 1).first
    default: break
    }
  }
}
