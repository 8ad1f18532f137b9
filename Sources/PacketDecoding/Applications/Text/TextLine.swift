/// A line of a text protocol, without its end.
struct TextLine: Sendable {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// A line as it came, whose carriage return is no part of it.
  init(line bytes: [UInt8]) {
    self.bytes = bytes.last == 0x0D ? bytes.dropLast() : bytes[...]
  }

  var isEmpty: Bool { bytes.isEmpty }
  var count: Int { bytes.count }

  /// What can be shown of it, up to a number of bytes.
  func text(limit: Int = 200) -> String { PrintableText.string(bytes.prefix(limit)) }

  /// All in lower case; letters that are not ASCII stay.
  var lowercase: String {
    PrintableText.string(bytes.prefix(200).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }

  /// The first word.
  var firstWord: TextLine { TextLine(bytes.prefix { $0 != 0x20 && $0 != 0x09 }) }

  /// What follows the first word, without the space between them.
  var afterFirstWord: TextLine {
    TextLine(bytes.dropFirst(firstWord.count).drop { $0 == 0x20 || $0 == 0x09 })
  }

  /// The first word in capitals if it is one of `known`.
  ///
  /// Commands are never shown unless they are known: a line that belongs elsewhere may be a password.
  func command(of known: Set<String>) -> String? {
    let word = firstWord
    guard word.count <= 16 else { return nil }
    let name = word.lowercase.uppercased()
    return known.contains(name) ? name : nil
  }

  /// The number that begins a reply of three digits (RFC 959 section 4.2).
  var replyCode: Int? {
    guard bytes.count >= 3, bytes.prefix(3).allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let behind = bytes.dropFirst(3).first
    guard behind == nil || behind == 0x20 || behind == 0x2D else { return nil }
    return bytes.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// True for a reply that goes on in the next line.
  var isContinued: Bool { bytes.dropFirst(3).first == UInt8(ascii: "-") }

  /// The line without its first `count` bytes.
  func dropping(_ count: Int) -> TextLine { TextLine(bytes.dropFirst(count)) }

  /// What comes before and after the first `byte`, or nil if there is none.
  func split(at byte: UInt8) -> (before: TextLine, after: TextLine)? {
    guard let place = bytes.firstIndex(of: byte) else { return nil }
    return (TextLine(bytes[..<place]), TextLine(bytes[(place + 1)...]))
  }

  /// The line without white space at both ends.
  var trimmed: TextLine {
    let start = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    guard let end = start.lastIndex(where: { $0 != 0x20 && $0 != 0x09 }) else {
      return TextLine(start)
    }
    return TextLine(start[...end])
  }

  /// The line as a decimal number of at most nine digits.
  var number: Int? {
    guard (1...9).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The decimal numbers in it, at most `limit`, each with at most nine digits.
  func numbers(limit: Int) -> [Int] {
    bytes.split(maxSplits: 64, omittingEmptySubsequences: true) { !(0x30...0x39).contains($0) }
      .prefix(limit).compactMap { TextLine($0).number }
  }

  /// The parts between a separator, at most 64.
  func parts(at byte: UInt8) -> [TextLine] {
    bytes.split(separator: byte, maxSplits: 63, omittingEmptySubsequences: false)
      .map { TextLine($0) }
  }

  /// Whether it begins with `text`, which is in lower case, in letters of either case.
  func starts(withLowercase text: String) -> Bool {
    guard bytes.count >= text.utf8.count else { return false }
    var index = bytes.startIndex
    for wanted in text.utf8 {
      let found = bytes[index]
      guard found == wanted || (0x41...0x5A).contains(found) && found | 0x20 == wanted else {
        return false
      }
      index += 1
    }
    return true
  }

  /// The number of bytes that a line promises at its end, `{12}` or `{12+}` (RFC 9051 section 4.3).
  var literalByteCount: Int? {
    guard bytes.last == UInt8(ascii: "}"), let open = bytes.lastIndex(of: UInt8(ascii: "{")) else {
      return nil
    }
    var digits = bytes[(open + 1)...].dropLast()
    if digits.last == UInt8(ascii: "+") { digits = digits.dropLast() }
    return TextLine(digits).number
  }
}
