import Crypto
import PacketDecoding

/// Counts TLS handshakes.
struct TLSLog: Sendable {
  private static let memoryLimit = 1024

  private struct Fingerprints: Sendable {
    var ja3: String
    var ja4: String
  }

  private var known: [TLSClientHello: Fingerprints] = [:]
  private(set) var clientHellos: UInt64 = 0
  private var serverHellos: UInt64 = 0
  private var versions = BoundedTally<String>(limit: 256)
  private var cipherSuites = BoundedTally<String>(limit: 4096)
  private var protocols = BoundedTally<String>(limit: 1000)
  private(set) var serverNames: BoundedTally<String>
  private var ja3 = BoundedTally<String>(limit: 10_000)
  private(set) var ja4 = BoundedTally<String>(limit: 10_000)

  init(nameLimit: Int) { serverNames = BoundedTally(limit: nameLimit) }

  mutating func add(_ hello: TLSClientHello, transport: Character) {
    clientHellos += 1
    if let name = hello.serverName { serverNames.add(bounded(name)) }
    for name in hello.applicationProtocols.prefix(16) { protocols.add(bounded(name)) }
    guard let fingerprints = fingerprints(of: hello, transport: transport) else { return }
    ja3.add(fingerprints.ja3)
    ja4.add(fingerprints.ja4)
  }

  /// The fingerprints of a hello; a program says nearly the same every time, so they are remembered.
  private mutating func fingerprints(
    of hello: TLSClientHello, transport: Character
  ) -> Fingerprints? {
    var key = hello
    // Of the name, JA4 has only whether there is one.
    key.serverName = hello.serverName == nil ? nil : ""
    if let known = known[key] { return known }
    guard let text = hello.ja3String else { return nil }
    let made = Fingerprints(
      ja3: hexadecimal(Insecure.MD5.hash(data: Array(text.utf8))),
      ja4: "\(hello.ja4Prefix(transport: transport))_\(shortHash(hello.ja4CipherSuites))_"
        + shortHash(hello.ja4Extensions))
    if known.count >= Self.memoryLimit { known.removeAll() }
    if hello.isOfUsualSize { known[key] = made }
    return made
  }

  mutating func add(_ hello: TLSServerHello) {
    guard !hello.isHelloRetryRequest else { return }
    serverHellos += 1
    versions.add(hello.version.description)
    cipherSuites.add(hello.cipherSuite.description)
  }

  /// The first 12 digits of a SHA-256, zeros for nothing, as JA4 has it.
  private func shortHash(_ text: String) -> String {
    guard !text.isEmpty else { return "000000000000" }
    return String(hexadecimal(SHA256.hash(data: Array(text.utf8))).prefix(12))
  }

  private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  mutating func merge(_ other: TLSLog) {
    clientHellos += other.clientHellos
    serverHellos += other.serverHellos
    versions.merge(other.versions)
    cipherSuites.merge(other.cipherSuites)
    protocols.merge(other.protocols)
    serverNames.merge(other.serverNames)
    ja3.merge(other.ja3)
    ja4.merge(other.ja4)
  }

  /// `bytes` says how many bytes the conversations with a name had.
  func summary(maxRows: Int, bytes: [String: UInt64]) -> TLSSummary {
    var result = TLSSummary()
    result.clientHellos = clientHellos
    result.serverHellos = serverHellos
    result.versions = versions.ranked()
    result.cipherSuites = cipherSuites.ranked()
    result.alpn = protocols.ranked()
    result.serverNames = serverNames.ranked(maxRows: maxRows, bytes: bytes) { name, count, bytes in
      TLSServerName(name: name, clientHellos: count, bytes: bytes)
    }
    result.ja3 = Array(ja3.ranked().prefix(maxRows))
    result.ja4 = Array(ja4.ranked().prefix(maxRows))
    return result
  }
}

extension TLSClientHello {
  /// False for one that no program sends, made to fill the memory.
  fileprivate var isOfUsualSize: Bool {
    let numbers =
      cipherSuites.count + extensions.count + supportedGroups.count + pointFormats.count
      + signatureAlgorithms.count + supportedVersions.count
    return numbers <= 512 && applicationProtocols.reduce(0) { $0 + $1.utf8.count + 16 } <= 1024
  }
}
