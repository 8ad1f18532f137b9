/// How a line of Markdown begins; CommonMark 0.31, section 4 and 5.
enum NoteLine {
  /// The text of `## heading ##`.
  static func heading(_ line: String) -> String? {
    let marks = line.prefix { $0 == "#" }
    guard (1...6).contains(marks.count) else { return nil }
    let rest = line.dropFirst(marks.count)
    guard rest.first == " " else { return nil }
    var text = rest[...]
    while text.last == "#" || text.last == " " { text = text.dropLast() }
    return String(text).trimmedSpaces
  }

  /// `---`, `* * *`: a line between parts, which the report does not need.
  static func isRule(_ line: String) -> Bool {
    let marks = line.filter { $0 != " " }
    guard let first = marks.first, "-*_=".contains(first) else { return false }
    return marks.count >= 3 && marks.allSatisfy { $0 == first }
  }

  /// The text of `- item`.
  static func bullet(_ line: String) -> String? {
    guard let mark = line.first, "-*+".contains(mark), line.dropFirst().first == " " else {
      return nil
    }
    return String(line.dropFirst(2)).trimmedSpaces
  }

  /// The text of `1. item`.
  static func step(_ line: String) -> String? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard (1...9).contains(digits.count), rest.hasPrefix(". ") || rest.hasPrefix(") ") else {
      return nil
    }
    return String(rest.dropFirst(2)).trimmedSpaces
  }
}

extension String {
  /// Without spaces at either end.
  var trimmedSpaces: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
