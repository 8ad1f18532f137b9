import Crypto
import PacketDecoding

/// Makes the fingerprints of hellos.
///
/// They are not remembered: browsers send their extensions in an order of their own every time.
enum TLSFingerprints {
  struct Client: Sendable {
    /// Not defined for DTLS.
    var ja3: String?
    var ja4: String
  }

  /// Nil for a hello that is not whole, or in the form of SSL 2.0.
  static func client(_ hello: TLSClientHello, _ transport: TLSTransport) -> Client? {
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
  private static func shortHash(_ text: String) -> String {
    guard !text.isEmpty else { return "000000000000" }
    return String(SHA256.digits(of: text).prefix(12))
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
