import Crypto
import PacketDecoding

/// The keys of Initial packets, which follow from the version and an identifier that everybody can read
/// (RFC 9001 section 5.2, RFC 9369 section 3.3).
enum QUICKeyDerivation {
  /// The protection of what the client and the server send; `destinationID` is that of the client's
  /// first packet.
  static func initial(
    version: QUICVersion, destinationID: [UInt8]
  ) -> (client: QUICPacketProtection, server: QUICPacketProtection) {
    let secret = HKDF<SHA256>.extract(
      inputKeyMaterial: SymmetricKey(data: destinationID), salt: salt(of: version))
    let initial = Expansion(SymmetricKey(data: secret))
    let labels = version == .v2 ? KeyLabels.version2 : KeyLabels.version1
    func protection(_ label: Label) -> QUICPacketProtection {
      QUICPacketProtection(Expansion(SymmetricKey(data: initial.expand(label))), labels)
    }
    return (protection(.client), protection(.server))
  }

  /// What one value is derived for, without a context (HkdfLabel of RFC 8446 section 7.1), at most 32
  /// bytes: that is one HMAC (RFC 5869 section 2.3).
  struct Label: Sendable {
    fileprivate let info: [UInt8]
    fileprivate let byteCount: Int

    init(_ label: String, byteCount: Int) {
      self.byteCount = byteCount
      let text = Array("tls13 \(label)".utf8)
      info = [0, UInt8(byteCount), UInt8(text.count)] + text + [0, 1]
    }

    static let client = Label("client in", byteCount: 32)
    static let server = Label("server in", byteCount: 32)
  }

  /// What a version calls the keys of one sender (RFC 9001 section 5.1, RFC 9369 section 3.3.2).
  struct KeyLabels: Sendable {
    let key: Label
    let headerKey: Label
    let vector: Label

    private init(_ prefix: String) {
      key = Label(prefix + " key", byteCount: 16)
      headerKey = Label(prefix + " hp", byteCount: 16)
      vector = Label(prefix + " iv", byteCount: 12)
    }

    static let version1 = KeyLabels("quic")
    static let version2 = KeyLabels("quicv2")
  }

  /// What is derived from one secret; the part of HMAC that only it decides is done once.
  struct Expansion {
    private let keyed: HMAC<SHA256>

    init(_ secret: SymmetricKey) { keyed = HMAC(key: secret) }

    func expand(_ label: Label) -> [UInt8] {
      var code = keyed
      code.update(data: label.info)
      return unsafe code.finalize().withUnsafeBytes { unsafe Array($0.prefix(label.byteCount)) }
    }
  }

  private static func salt(of version: QUICVersion) -> [UInt8] {
    switch version.draft {
    case .some(..<29): draft23Salt
    case .some(..<33): draft29Salt
    default: version == .v2 ? salt2 : salt1
    }
  }

  private static let salt1: [UInt8] = [
    0x38, 0x76, 0x2C, 0xF7, 0xF5, 0x59, 0x34, 0xB3, 0x4D, 0x17, 0x9A, 0xE6, 0xA4, 0xC8, 0x0C, 0xAD,
    0xCC, 0xBB, 0x7F, 0x0A,
  ]
  private static let salt2: [UInt8] = [
    0x0D, 0xED, 0xE3, 0xDE, 0xF7, 0x00, 0xA6, 0xDB, 0x81, 0x93, 0x81, 0xBE, 0x6E, 0x26, 0x9D, 0xCB,
    0xF9, 0xBD, 0x2E, 0xD9,
  ]
  /// Of drafts 29 to 32, and of 23 to 28.
  private static let draft29Salt: [UInt8] = [
    0xAF, 0xBF, 0xEC, 0x28, 0x99, 0x93, 0xD2, 0x4C, 0x9E, 0x97, 0x86, 0xF1, 0x9C, 0x61, 0x11, 0xE0,
    0x43, 0x90, 0xA8, 0x99,
  ]
  private static let draft23Salt: [UInt8] = [
    0xC3, 0xEE, 0xF7, 0x12, 0xC7, 0x2E, 0xBB, 0x5A, 0x11, 0xA7, 0xD2, 0x43, 0x2B, 0xB4, 0x63, 0x65,
    0xBE, 0xF9, 0xF5, 0x02,
  ]
}
