/// Writes XML 1.0 from front to back.
///
/// Text is made visible and cut first, so that nothing is left that XML has no way to write: most control
/// characters may not stand in a document even as references.
struct XMLWriter {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  /// An element with other elements in it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>,
    _ body: (inout XMLWriter) -> Void
  ) {
    line("<\(name)\(Self.written(attributes))>")
    depth += 1
    body(&self)
    depth -= 1
    line("</\(name)>")
  }

  /// An element with lines of text in it, or without any.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    lines: [String] = []
  ) {
    let start = "<\(name)\(Self.written(attributes))"
    guard !lines.isEmpty else { return line(start + "/>") }
    let text = lines.map { Self.escaped($0, limit: 2_000) }.joined(separator: "\n")
    line("\(start)>\(text)</\(name)>")
  }

  private mutating func line(_ text: String) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    bytes += Array(text.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func written(_ attributes: KeyValuePairs<StaticString, String>) -> String {
    attributes.map { " \($0.key)=\"\(escaped($0.value, limit: 1_000))\"" }.joined()
  }

  /// The references of HTML that `htmlEscaped` uses are numbers or among XML's own five.
  private static func escaped(_ text: String, limit: Int) -> String {
    SafeText.visible(text, limit: limit).htmlEscaped
  }
}
