extension InlineText {
  /// Text of a note with its emphasis, code and links.
  static func note(_ text: String) -> InlineText {
    var reader = NoteInline(Array(text.unicodeScalars))
    return reader.text()
  }
}

/// Reads emphasis, code and links in a line of Markdown; a mark without its fellow is text.
private struct NoteInline {
  /// How far the fellow of a mark may be: a file of marks alone must not take its square of time.
  private static let reach = 4_000
  private static let escapable = "\\`*_{}[]()<>#+-.!|~\"'&".unicodeScalars

  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var result = InlineText("")
  private var plain = String.UnicodeScalarView()

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func text() -> InlineText {
    while place < scalars.count { step() }
    flush()
    return result
  }

  private mutating func step() {
    switch scalars[place] {
    case "\\" where place + 1 < scalars.count && Self.escapable.contains(scalars[place + 1]):
      plain.append(scalars[place + 1])
      place += 2
    case "`": if !code() { take(run(of: "`")) }
    case "*", "_": if !emphasis() { take(run(of: scalars[place])) }
    case "[": if !link() { take(1) }
    case "<": if !address() { take(1) }
    default: take(1)
    }
  }

  private mutating func take(_ count: Int) {
    plain.append(contentsOf: scalars[place..<place + count])
    place += count
  }

  private mutating func flush() {
    result.appendLong(String(plain), .plain)
    plain = .init()
  }

  private mutating func append(_ range: Range<Int>, _ style: InlineText.Style) {
    flush()
    var text = String.UnicodeScalarView(scalars[range])
    if style != .mono { text = Self.unescaped(text) }
    result.appendLong(String(text), style)
  }

  private static func unescaped(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    var isEscape = false
    for scalar in text {
      if scalar == "\\", !isEscape {
        isEscape = true
        continue
      }
      if isEscape, !escapable.contains(scalar) { result.append("\\") }
      isEscape = false
      result.append(scalar)
    }
    if isEscape { result.append("\\") }
    return result
  }

  /// How many of the same mark stand here.
  private func run(of mark: Unicode.Scalar, at start: Int? = nil) -> Int {
    scalars[(start ?? place)...].prefix { $0 == mark }.count
  }

  private func find(_ mark: Unicode.Scalar, count: Int, from start: Int) -> Int? {
    var index = start
    let end = min(scalars.count, start + Self.reach)
    while index < end {
      if scalars[index] == "\\", mark != "`" {
        index += 2
        continue
      }
      let length = scalars[index] == mark ? run(of: mark, at: index) : 0
      if length == count { return index }
      index += max(length, 1)
    }
    return nil
  }

  /// The bracket that closes what was opened before `start`.
  private func closing(
    _ end: Unicode.Scalar, of open: Unicode.Scalar, from start: Int
  ) -> Int? {
    var depth = 0
    var index = start
    while index < min(scalars.count, start + Self.reach) {
      switch scalars[index] {
      case "\\": index += 1
      case open: depth += 1
      case end where depth == 0: return index
      case end: depth -= 1
      default: break
      }
      index += 1
    }
    return nil
  }

  private mutating func code() -> Bool {
    let count = run(of: "`")
    guard let end = find("`", count: count, from: place + count) else { return false }
    append(place + count..<end, .mono)
    place = end + count
    return true
  }

  /// `*word*` and `**word**`, not `2 * 3` and not `snake_case_name`.
  private mutating func emphasis() -> Bool {
    let mark = scalars[place]
    let count = run(of: mark)
    let start = place + count
    guard count <= 2, start < scalars.count, scalars[start] != " ",
      mark == "*" || place == 0 || !scalars[place - 1].properties.isAlphabetic,
      let end = find(mark, count: count, from: start), scalars[end - 1] != " "
    else { return false }
    append(start..<end, count == 2 ? .strong : .emphasis)
    place = end + count
    return true
  }

  /// `[words](https://example.com)`; of an address that is not allowed, the words stay.
  private mutating func link() -> Bool {
    guard let close = closing("]", of: "[", from: place + 1), close + 1 < scalars.count,
      scalars[close + 1] == "(", let end = closing(")", of: "(", from: close + 2)
    else { return false }
    let words = place + 1..<close
    let address = String(String.UnicodeScalarView(scalars[close + 2..<end]))
    append(words, NoteLink.address(address).map(InlineText.Style.link) ?? .plain)
    place = end + 1
    return true
  }

  /// `<https://example.com>`.
  private mutating func address() -> Bool {
    guard let end = closing(">", of: "<", from: place + 1),
      let address = NoteLink.address(String(String.UnicodeScalarView(scalars[place + 1..<end])))
    else { return false }
    append(place + 1..<end, .link(address))
    place = end + 1
    return true
  }
}
