import Crypto
import PacketDecoding

/// Makes the fingerprints of hellos; a program says nearly the same every time, so they are remembered.
struct TLSFingerprints: Sendable {
  private static let memoryLimit = 1024

  struct Client: Sendable {
    /// Not defined for DTLS.
    var ja3: String?
    var ja4: String
  }

  private struct Key: Hashable, Sendable {
    var hello: TLSClientHello
    var transport: TLSTransport
  }

  private var known: [Key: Client] = [:]

  /// Nil for a hello that is not whole, or in the form of SSL 2.0.
  mutating func client(_ hello: TLSClientHello, _ transport: TLSTransport) -> Client? {
    var key = Key(hello: hello, transport: transport)
    // Of the name, JA4 has only whether there is one; of the session, nothing.
    key.hello.serverName = hello.serverName == nil ? nil : ""
    key.hello.sessionID = []
    if let known = known[key] { return known }
    guard let text = hello.ja3String else { return nil }
    let made = Client(
      ja3: transport == .dtls ? nil : hexadecimal(Insecure.MD5.hash(data: Array(text.utf8))),
      ja4: "\(hello.ja4Prefix(transport: transport.ja4Letter))_"
        + "\(shortHash(hello.ja4CipherSuites))_\(shortHash(hello.ja4Extensions))")
    if known.count >= Self.memoryLimit { known.removeAll() }
    if hello.isOfUsualSize { known[key] = made }
    return made
  }

  /// JA3S; nil for a hello that is not whole, or of DTLS.
  static func server(_ hello: TLSServerHello, _ transport: TLSTransport) -> String? {
    guard transport != .dtls else { return nil }
    return hello.ja3sString.map { hexadecimal(Insecure.MD5.hash(data: Array($0.utf8))) }
  }

  /// The first 12 digits of a SHA-256, zeros for nothing, as JA4 has it.
  private func shortHash(_ text: String) -> String {
    guard !text.isEmpty else { return "000000000000" }
    return String(hexadecimal(SHA256.hash(data: Array(text.utf8))).prefix(12))
  }
}

/// Bytes in hexadecimal, in lower case.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

extension TLSClientHello {
  /// False for one that no program sends, made to fill the memory.
  fileprivate var isOfUsualSize: Bool {
    let numbers =
      cipherSuites.count + extensions.count + supportedGroups.count + pointFormats.count
      + signatureAlgorithms.count + supportedVersions.count + keyShares.count
    return numbers <= 512 && applicationProtocols.reduce(0) { $0 + $1.utf8.count + 16 } <= 1024
  }
}
