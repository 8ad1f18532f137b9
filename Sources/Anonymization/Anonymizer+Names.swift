internal import PacketDecoding

extension Anonymizer {
  /// A host or domain, label by label: names below one domain have images below its image.
  ///
  /// The number of labels stays, and the last where it is a domain of everybody's. An address written as a
  /// name, with or without a port, has the image of the address; a reverse name that of its address.
  package func name(_ name: String) -> String {
    guard !Self.namesNobody.contains(name) else { return name }
    let name = name.lowercased()
    return remember(name, as: .name) { endpoint(name) ?? reverse(name) ?? labels(name) }
  }

  /// What stands for the root, for no name and for the host itself.
  private static let namesNobody: Set<String> = ["", ".", "<Root>", "localhost", "*"]

  private func labels(_ name: String) -> String {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count <= 128 else { return "n" + token(name, as: .name) }
    return labels.indices.map { place in
      let label = labels[place]
      let isLast = place == labels.count - 1 && place > 0
      if label.isEmpty || label == "*" || Self.isService(label) { return String(label) }
      if isLast, Self.isShared(label) { return String(label) }
      return "n" + token(labels[place...].joined(separator: "."), as: .name)
    }.joined(separator: ".")
  }

  /// "_ipp", "_tcp" (RFC 6763 section 7).
  static func isService(_ label: some StringProtocol) -> Bool {
    label.utf8.first == UInt8(ascii: "_") && (2...16).contains(label.utf8.count)
      && label.utf8.dropFirst().allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// A top-level domain that many have names below: those of countries, and the common ones.
  private static func isShared(_ label: Substring) -> Bool {
    if label.utf8.count == 2 {
      return label.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }
    return sharedDomains.contains(String(label))
  }

  private static let sharedDomains: Set<String> = [
    "app", "arpa", "biz", "cloud", "com", "corp", "dev", "edu", "example", "gov", "home", "info",
    "int", "internal", "invalid", "lan", "local", "localdomain", "localhost", "mil", "net", "onion",
    "org", "test",
  ]

  // MARK: - Addresses as names

  /// "192.0.2.1", "192.0.2.1:80", "[2001:db8::1]:443", "host.example:80".
  private func endpoint(_ name: String) -> String? {
    if let address = IPAddress(text: name) { return self.address(address).description }
    if let mac = MACAddress(text: name) { return self.mac(mac).description }
    if name.hasPrefix("["), let end = name.firstIndex(of: "]"),
      let address = IPAddress(text: name[..<end].dropFirst()), Self.isPort(name[end...].dropFirst())
    {
      return "[\(self.address(address))\(name[end...])"
    }
    guard let colon = name.lastIndex(of: ":"), colon > name.startIndex,
      Self.isPort(name[colon...]), !name[..<colon].contains(":")
    else { return nil }
    return self.name(String(name[..<colon])) + name[colon...]
  }

  /// Nothing, or a colon and digits.
  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty
      || text.first == ":" && (2...6).contains(text.utf8.count)
        && text.utf8.dropFirst().allSatisfy {
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
  }

  /// Names of RFC 1035 section 3.5 and RFC 3596 section 2.5, also those of whole networks.
  private func reverse(_ name: String) -> String? {
    let isIPv4 = name.hasSuffix(".in-addr.arpa")
    let ending = isIPv4 ? ".in-addr.arpa" : ".ip6.arpa"
    guard isIPv4 || name.hasSuffix(ending) else { return nil }
    let labels = name.dropLast(ending.count).split(
      separator: ".", omittingEmptySubsequences: false)
    let whole = isIPv4 ? 4 : 32
    guard labels.count <= whole else { return nil }
    let missing = [Substring](repeating: "0", count: whole - labels.count)
    guard
      let address = IPAddress(
        reverseName: (missing + labels).joined(separator: ".") + ending)
    else { return nil }
    let bits = self.address(address).leftAligned
    let width = isIPv4 ? 8 : 4
    let image = (0..<labels.count).reversed().map { place in
      let part = bits >> UInt128(128 - width * (place + 1)) & (isIPv4 ? 0xFF : 0xF)
      return String(part, radix: isIPv4 ? 10 : 16)
    }
    return image.joined(separator: ".") + ending
  }
}
