extension TLSClientHello {
  /// What JA3 takes the MD5 of: numbers without GREASE, as `tls.handshake.ja3_full`.
  ///
  /// Nil for a hello that is not whole, or in the form of SSL 2.0.
  package var ja3String: String? {
    guard isComplete, !isSSL2 else { return nil }
    var text = FingerprintText()
    text.add(decimal: [legacyVersion.rawValue])
    text.add(decimal: cipherSuites.lazy.map(\.rawValue))
    text.add(decimal: extensions)
    text.add(decimal: supportedGroups)
    text.add(decimal: pointFormats.lazy.map { UInt16($0) })
    return text.string
  }

  /// The first part of JA4, as `t13d1516h2`; `transport` is `t`, `q` or `d`.
  package func ja4Prefix(transport: Character) -> String {
    let version =
      switch highestVersion {
      case .tls13: "13"
      case .tls12: "12"
      case .tls11: "11"
      case .tls10: "10"
      case .ssl3: "s3"
      case .ssl2: "s2"
      case .dtls10: "d1"
      case .dtls12: "d2"
      case .dtls13: "d3"
      default: "00"
      }
    let destination = extensions.contains(TLSExtension.serverName.rawValue) ? "d" : "i"
    let suites = twoDigits(cipherSuites.count { !TLSNumber.isGREASE($0.rawValue) })
    let count = twoDigits(extensions.count { !TLSNumber.isGREASE($0) })
    return "\(transport)\(version)\(destination)\(suites)\(count)\(ja4Protocol)"
  }

  /// What the second part of JA4 is the hash of: the cipher suites in order of their numbers.
  package var ja4CipherSuites: String {
    var text = FingerprintText()
    text.add(hexadecimal: cipherSuites.map(\.rawValue).sorted())
    return text.string
  }

  /// What the third part of JA4 is the hash of: the extensions in order of their numbers without
  /// server name and protocols, then the signature algorithms in their own order.
  package var ja4Extensions: String {
    let numbers = extensions.filter { number in
      number != TLSExtension.serverName.rawValue
        && number != TLSExtension.applicationProtocols.rawValue
    }.sorted()
    var text = FingerprintText()
    text.add(hexadecimal: numbers)
    if signatureAlgorithms.contains(where: { !TLSNumber.isGREASE($0) }) {
      text.add(hexadecimal: signatureAlgorithms)
    }
    return text.string
  }

  /// The first and the last letter of the first protocol, or of its digits if it has other signs.
  private var ja4Protocol: String {
    guard let (first, last) = firstProtocol.map({ (UInt8($0 >> 8), UInt8($0 & 0xFF)) })
    else { return "00" }
    let isPlain = [first, last].allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
    if isPlain { return String(decoding: [first, last], as: UTF8.self) }
    let high = String(first >> 4, radix: 16)
    let low = String(last & 15, radix: 16)
    return high + low
  }

  private func twoDigits(_ count: Int) -> String {
    let count = min(count, 99)
    return count < 10 ? "0\(count)" : "\(count)"
  }
}
