import Crypto
import PacketDecoding

/// Makes the fingerprints of hellos.
///
/// Few programs make most hellos, and so what they are made of is remembered with its fingerprints. Some
/// browsers send their extensions in an order of their own every time; JA4 puts them in order, so that
/// its hashes can be remembered even then.
struct TLSFingerprints: Sendable {
  /// Fingerprints of whole hellos, and hashes by what they are of; forgotten when they are too many.
  private var clients = KeyedTable<Shape, Client>()
  private var servers = KeyedTable<ServerShape, String>()
  private var hashes: [String: String] = [:]
  private static let limit = 256
  /// What has more numbers in it, and longer texts, are not kept.
  private static let numberLimit = 1024
  private static let lengthLimit = 1024

  struct Client: Sendable {
    /// Not defined for DTLS.
    var ja3: String?
    var ja4: String
  }

  /// All that fingerprints of a client say.
  private struct Shape: FastHashable {
    let transport: TLSTransport
    let legacyVersion: TLSVersion
    let highestVersion: TLSVersion
    let cipherSuites: [TLSCipherSuite]
    let extensions: [UInt16]
    let supportedGroups: [UInt16]
    let pointFormats: [UInt8]
    let signatureAlgorithms: [UInt16]
    let firstProtocol: UInt16?

    init(_ hello: TLSClientHello, _ transport: TLSTransport) {
      self.transport = transport
      legacyVersion = hello.legacyVersion
      highestVersion = hello.highestVersion
      cipherSuites = hello.cipherSuites
      extensions = hello.extensions
      supportedGroups = hello.supportedGroups
      pointFormats = hello.pointFormats
      signatureAlgorithms = hello.signatureAlgorithms
      firstProtocol = hello.firstProtocol
    }

    var numberCount: Int {
      cipherSuites.count + extensions.count + supportedGroups.count + pointFormats.count
        + signatureAlgorithms.count
    }

    func hashed(by hash: FastHash) -> UInt64 {
      var result = UInt64(legacyVersion.rawValue) << 16 | UInt64(highestVersion.rawValue)
      for suite in cipherSuites { result = hash.mix(result, UInt64(suite.rawValue)) }
      for number in extensions { result = hash.mix(result, UInt64(number)) }
      for number in supportedGroups { result = hash.mix(result, UInt64(number)) }
      for number in signatureAlgorithms { result = hash.mix(result, UInt64(number)) }
      return hash(result, UInt64(firstProtocol ?? 0))
    }
  }

  /// All that a fingerprint of a server says.
  private struct ServerShape: FastHashable {
    let legacyVersion: TLSVersion
    let cipherSuite: TLSCipherSuite
    let extensions: [UInt16]

    func hashed(by hash: FastHash) -> UInt64 {
      var result = UInt64(legacyVersion.rawValue) << 16 | UInt64(cipherSuite.rawValue)
      for number in extensions { result = hash.mix(result, UInt64(number)) }
      return hash(result, UInt64(extensions.count))
    }
  }

  /// Nil for a hello that is not whole, or in the form of SSL 2.0.
  mutating func client(_ hello: TLSClientHello, _ transport: TLSTransport) -> Client? {
    guard hello.isComplete, !hello.isSSL2 else { return nil }
    let shape = Shape(hello, transport)
    if let known = clients[shape] { return known }
    guard let text = hello.ja3String else { return nil }
    let client = Client(
      ja3: transport == .dtls ? nil : Insecure.MD5.digits(of: text),
      ja4: "\(hello.ja4Prefix(transport: transport.ja4Letter))_"
        + "\(shortHash(hello.ja4CipherSuites))_\(shortHash(hello.ja4Extensions))")
    Self.remember(client, of: shape, shape.numberCount, in: &clients)
    return client
  }

  /// JA3S; nil for a hello that is not whole, or of DTLS.
  mutating func server(_ hello: TLSServerHello, _ transport: TLSTransport) -> String? {
    guard transport != .dtls, hello.isComplete else { return nil }
    let shape = ServerShape(
      legacyVersion: hello.legacyVersion, cipherSuite: hello.cipherSuite,
      extensions: hello.extensions)
    if let known = servers[shape] { return known }
    guard let print = hello.ja3sString.map(Insecure.MD5.digits) else { return nil }
    Self.remember(print, of: shape, shape.extensions.count, in: &servers)
    return print
  }

  /// Keeps a fingerprint of so many numbers, unless they are too many.
  private static func remember<Shape, Print>(
    _ print: Print, of shape: Shape, _ numberCount: Int, in table: inout KeyedTable<Shape, Print>
  ) {
    if table.count >= limit { table.removeAll() }
    if numberCount <= numberLimit { table.add(shape, print) }
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
