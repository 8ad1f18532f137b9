/// Text from packets made harmless for people to read.
///
/// What a terminal, a browser or a text renderer would act on is shown instead of obeyed: control
/// characters become their pictures (U+2400 and on), and format characters such as bidirectional
/// overrides (Unicode Technical Report 36) become `\u{202E}`. JSON keeps the exact text instead.
package enum SafeText {
  /// How many scalars a human format shows of one string.
  package static let defaultLimit = 160

  /// `text` with nothing invisible left in it, cut to `limit` scalars with "…" for what is missing.
  package static func visible(_ text: String, limit: Int = defaultLimit) -> String {
    if isPlain(text, limit: limit) { return text }
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      let replacement = picture(of: scalar).unicodeScalars
      let isLast = count + replacement.count >= limit
      if isLast, count + replacement.count > limit || text.unicodeScalars.count > limit {
        result.append("…")
        break
      }
      result.append(contentsOf: replacement)
      count += replacement.count
    }
    return String(result)
  }

  /// Most text is short printable ASCII and passes as it is.
  private static func isPlain(_ text: String, limit: Int) -> Bool {
    var count = 0
    for byte in text.utf8 {
      count += 1
      guard byte >= 0x20, byte < 0x7F, count <= limit else { return false }
    }
    return true
  }

  private static func picture(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: String(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    case 0x7F: "␡"
    case _ where isInvisible(scalar):
      "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: String(scalar)
    }
  }

  /// Controls of C1, format characters, line separators, tags and what is no character at all.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80..<0xA0, 0x2028...0x2029, 0xE0000...0xE0FFF: true
    default:
      scalar.properties.generalCategory == .format
        || scalar.properties.isNoncharacterCodePoint
    }
  }
}
