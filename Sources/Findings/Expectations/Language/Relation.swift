/// How a measured value is held against what is expected.
package enum Relation: String, CaseIterable, Sendable {
  case less = "<"
  case atMost = "<="
  case more = ">"
  case atLeast = ">="
  case equal = "="
  case unequal = "!="
  case between

  /// Ways to write each, those that begin like others before these.
  private static let spellings: [(text: String, relation: Relation)] = [
    ("<=", .atMost), (">=", .atLeast), ("!=", .unequal), ("==", .equal),
    ("≤", .atMost), ("≥", .atLeast), ("≠", .unequal),
    ("<", .less), (">", .more), ("=", .equal),
    ("at most ", .atMost), ("at least ", .atLeast), ("less than ", .less), ("more than ", .more),
    ("under ", .less), ("below ", .less), ("over ", .more), ("above ", .more),
    ("exactly ", .equal), ("not ", .unequal), ("between ", .between),
  ]

  /// The first relation in `text`, with what stands before and behind it.
  static func first(in text: String) -> (before: String, relation: Relation, behind: String)? {
    for place in text.indices {
      for (spelling, relation) in spellings where text[place...].hasPrefix(spelling) {
        // A word is one of its own: "discover " holds no "over ".
        if spelling.first?.isLetter == true, place > text.startIndex,
          !text[text.index(before: place)].isWhitespace
        {
          continue
        }
        let behind = text[place...].dropFirst(spelling.count)
        return (String(text[..<place]).trimmed, relation, String(behind).trimmed)
      }
    }
    return nil
  }
}
