/// Addresses that a note may lead to.
enum NoteLink {
  private static let schemes = ["http://", "https://", "mailto:"]
  private static let lengthLimit = 2_000
  /// RFC 3986, less what ends an address in Markdown.
  private static let allowed = Array("-._~:/?#[]@!$&*+,;=%".utf8)

  /// The address, everything in it that is not plain percent-encoded; nil for other schemes.
  static func address(_ text: String) -> String? {
    let text = text.trimmedSpaces
    guard text.utf8.count <= lengthLimit,
      let scheme = schemes.first(where: { text.lowercased().hasPrefix($0) }),
      text.utf8.count > scheme.utf8.count
    else { return nil }
    return text.utf8.map { byte in
      isPlain(byte) || allowed.contains(byte)
        ? String(Unicode.Scalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
