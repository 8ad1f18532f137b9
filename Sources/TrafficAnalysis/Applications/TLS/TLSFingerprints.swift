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
      ja3: transport == .dtls ? nil : hexadecimal(Insecure.MD5.hash(data: Array(text.utf8))),
      ja4: "\(hello.ja4Prefix(transport: transport.ja4Letter))_"
        + "\(shortHash(hello.ja4CipherSuites))_\(shortHash(hello.ja4Extensions))")
  }

  /// JA3S; nil for a hello that is not whole, or of DTLS.
  static func server(_ hello: TLSServerHello, _ transport: TLSTransport) -> String? {
    guard transport != .dtls else { return nil }
    return hello.ja3sString.map { hexadecimal(Insecure.MD5.hash(data: Array($0.utf8))) }
  }

  /// The first 12 digits of a SHA-256, zeros for nothing, as JA4 has it.
  private static func shortHash(_ text: String) -> String {
    guard !text.isEmpty else { return "000000000000" }
    return String(hexadecimal(SHA256.hash(data: Array(text.utf8))).prefix(12))
  }
}

/// Bytes in hexadecimal, in lower case.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  var digits: [UInt8] = []
  digits.reserveCapacity(64)
  for byte in bytes {
    digits.append(digit(byte >> 4))
    digits.append(digit(byte & 15))
  }
  return String(decoding: digits, as: UTF8.self)
}

private func digit(_ value: UInt8) -> UInt8 {
  value < 10 ? value + UInt8(ascii: "0") : value - 10 + UInt8(ascii: "a")
}
