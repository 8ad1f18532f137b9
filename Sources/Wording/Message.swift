/// The English words of a phrase, with `{1}`, `{2}` and so on in the place of what is filled in.
package enum Message {
  /// False where there is nothing to translate: "{1} ({2})".
  package static func hasWords(_ message: String) -> Bool {
    var rest = Substring(message)
    while let (words, _, tail) = nextPlace(in: rest) {
      if words.contains(where: \.isLetter) { return true }
      rest = tail
    }
    return rest.contains(where: \.isLetter)
  }

  /// The numbers of what is filled in.
  package static func places(in message: String) -> Set<Int> {
    var places: Set<Int> = []
    var rest = Substring(message)
    while let (_, number, tail) = nextPlace(in: rest) {
      places.insert(number)
      rest = tail
    }
    return places
  }

  /// The first place, what is before and what is behind it.
  static func nextPlace(
    in text: Substring
  ) -> (words: Substring, number: Int, tail: Substring)? {
    var start = text.utf8.startIndex
    while let opening = text.utf8[start...].firstIndex(of: UInt8(ascii: "{")) {
      let behind = text.utf8.index(after: opening)
      if let closing = text.utf8[behind...].firstIndex(of: UInt8(ascii: "}")),
        let number = Int(text[behind..<closing])
      {
        return (text[..<opening], number, text[text.utf8.index(after: closing)...])
      }
      start = behind
    }
    return nil
  }
}
