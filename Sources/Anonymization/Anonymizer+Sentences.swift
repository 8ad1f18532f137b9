internal import Findings
internal import PacketDecoding

extension Anonymizer {
  /// A sentence without the addresses and names that are in it.
  ///
  /// Names are those that were given an image before, and what reads like a domain. Other words stay.
  package func sentence(_ text: String) -> String {
    if let known = recall(text) ?? recall(text.lowercased()) { return known }
    for separator in ["; ", ": ", ", ", " → "] where text.contains(separator) {
      return text.split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
        .map(sentence).joined(separator: separator)
    }
    return text.split(separator: " ", omittingEmptySubsequences: false).map(wordOfSentence)
      .joined(separator: " ")
  }

  private func wordOfSentence(_ word: Substring) -> String {
    let opening = word.prefix { "(\"'".contains($0) }
    let rest = word.dropFirst(opening.count)
    let closing = rest.reversed().prefix { ")\"',.;:".contains($0) }.count
    let core = String(rest.dropLast(closing))
    return opening + image(ofWord: core) + rest.suffix(closing)
  }

  private func image(ofWord word: String) -> String {
    if let known = recall(word) ?? recall(word.lowercased()) { return known }
    // A service has its transport behind a slash, a network its length.
    if let slash = word.lastIndex(of: "/"), slash > word.startIndex {
      let (head, tail) = (String(word[..<slash]), word[slash...])
      if let address = IPAddress(text: head), let length = Int(tail.dropFirst()) {
        return "\(network(address, length: length))" + tail
      }
      return head.contains("/") || head.isEmpty ? value(word) : image(ofWord: head) + tail
    }
    if IPAddress(text: word) != nil || MACAddress(text: word) != nil { return name(word) }
    if word.hasPrefix("[") || isEndpoint(word) || isDomain(word) { return name(word) }
    // The beginning of a MAC address.
    let isHexadecimal = word.allSatisfy { $0.isHexDigit || ":*".contains($0) }
    return isHexadecimal && word.contains(":") ? value(word) : word
  }

  /// "192.0.2.1:80", "host.example:80".
  private func isEndpoint(_ word: String) -> Bool {
    guard let colon = word.firstIndex(of: ":") else { return false }
    let head = String(word[..<colon])
    return IPAddress(text: head) != nil || isDomain(head) || recall(head.lowercased()) != nil
  }

  /// Labels with a dot, but no number, no version and no measure of ours.
  private func isDomain(_ word: String) -> Bool {
    guard word.contains("."), let last = word.split(separator: ".").last, last.utf8.count >= 2,
      last.first?.isLetter == true, word.utf8.allSatisfy(Self.isOfDomains)
    else { return false }
    return (try? MetricCatalog.metric(word, line: nil)) == nil
  }

  private static func isOfDomains(_ byte: UInt8) -> Bool {
    byte >= 0x80
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-._*".utf8.contains(byte)
  }
}
