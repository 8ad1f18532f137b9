import Crypto
import PacketDecoding

/// Makes the fingerprints of hellos.
///
/// JA3 is not remembered: browsers send their extensions in an order of their own every time. JA4 puts
/// them in order, and so a few programs make most of its hashes.
struct TLSFingerprints: Sendable {
  /// Hashes by what they are of, forgotten when they are too many.
  private var hashes: [String: String] = [:]
  private static let limit = 256
  /// Longer texts are not kept.
  private static let lengthLimit = 1024

  struct Client: Sendable {
    /// Not defined for DTLS.
    var ja3: String?
    var ja4: String
  }

  /// Nil for a hello that is not whole, or in the form of SSL 2.0.
  mutating func client(_ hello: TLSClientHello, _ transport: TLSTransport) -> Client? {
    guard let text = hello.ja3String else { return nil }
    return Client(
      ja3: transport == .dtls ? nil : Insecure.MD5.digits(of: text),
      ja4: "\(hello.ja4Prefix(transport: transport.ja4Letter))_"
        + "\(shortHash(hello.ja4CipherSuites))_\(shortHash(hello.ja4Extensions))")
  }

  /// JA3S; nil for a hello that is not whole, or of DTLS.
  static func server(_ hello: TLSServerHello, _ transport: TLSTransport) -> String? {
    guard transport != .dtls else { return nil }
    return hello.ja3sString.map(Insecure.MD5.digits)
  }

  /// The first 12 digits of a SHA-256, zeros for nothing, as JA4 has it.
  private mutating func shortHash(_ text: String) -> String {
    guard !text.isEmpty else { return "000000000000" }
    if let known = hashes[text] { return known }
    let hash = String(SHA256.digits(of: text).prefix(12))
    if hashes.count >= Self.limit { hashes.removeAll(keepingCapacity: true) }
    if text.utf8.count <= Self.lengthLimit { hashes[text] = hash }
    return hash
  }
}

extension HashFunction {
  /// The digest of a text, in hexadecimal.
  fileprivate static func digits(of text: String) -> String {
    var text = text
    var function = Self()
    text.withUTF8 { unsafe function.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    return function.finalize().hexadecimal
  }
}
