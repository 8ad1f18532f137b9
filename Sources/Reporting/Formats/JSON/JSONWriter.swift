/// Writes JSON (RFC 8259) from front to back, with keys in the order they are given.
///
/// The bytes collect in ``bytes``; who streams takes them away with ``drain()``. Text is kept exactly
/// as it is, escaped where JSON or a script that includes it asks for it; a number that JSON has no
/// word for becomes null.
package struct JSONWriter: Sendable {
  /// How many spaces a level is set in; nil writes everything on one line.
  private let indent: Int?
  private var hasItems: [Bool] = []
  private var isAfterKey = false
  private var isOnOneLine = false
  package private(set) var bytes: [UInt8] = []

  package init(indent: Int? = 2) { self.indent = indent }

  /// Everything written since the last time, to be sent on.
  package mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try container("{", "}", body)
  }

  package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try container("[", "]", body)
  }

  /// An array or object on one line, for many small items.
  package mutating func compact(_ body: (inout JSONWriter) throws -> Void) rethrows {
    separate()
    isAfterKey = true
    let isWithinLine = isOnOneLine
    isOnOneLine = true
    try body(&self)
    isOnOneLine = isWithinLine
  }

  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if indent != nil, !isOnOneLine { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  package mutating func value(_ text: String?) {
    guard let text else { return null() }
    separate()
    quote(text)
  }

  package mutating func value(_ number: (some BinaryInteger)?) {
    guard let number else { return null() }
    value(raw: String(number))
  }

  /// A number with a fraction; what is not finite becomes null.
  package mutating func value(_ number: Double?) {
    guard let number, number.isFinite else { return null() }
    value(raw: number.description)
  }

  package mutating func value(_ flag: Bool) { value(raw: flag ? "true" : "false") }

  /// A number that is already written, such as an exact decimal fraction.
  package mutating func value(decimal: String) { value(raw: decimal) }

  package mutating func null() { value(raw: "null") }

  package mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func value(raw: String) {
    separate()
    bytes.append(contentsOf: raw.utf8)
  }

  private mutating func container(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    bytes.append(UInt8(ascii: open))
    hasItems.append(false)
    try body(&self)
    if hasItems.removeLast() { breakLine() }
    bytes.append(UInt8(ascii: close))
  }

  /// Writes what belongs between this item and the one before.
  private mutating func separate() {
    guard !isAfterKey else {
      isAfterKey = false
      return
    }
    guard let isNotFirst = hasItems.last else { return }
    if isNotFirst { bytes.append(UInt8(ascii: ",")) }
    hasItems[hasItems.count - 1] = true
    breakLine()
  }

  private mutating func breakLine() {
    guard let indent, !isOnOneLine else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * hasItems.count))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Most text is plain, and one copy.
    guard !Self.isPlain(text.utf8.span) else { return bytes.append(contentsOf: text.utf8) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += [0x5C, 0x22]
      case "\\": bytes += [0x5C, 0x5C]
      case "\n": bytes += Array("\\n".utf8)
      case "\r": bytes += Array("\\r".utf8)
      case "\t": bytes += Array("\\t".utf8)
      case _ where Self.isEscaped(scalar): bytes += Array(Self.escape(scalar).utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
  }

  /// True for printable ASCII that means nothing to JSON.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x5C else { return false }
    }
    return true
  }

  /// Controls must be escaped; the separators break JavaScript; the rest misleads who reads the file.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension JSONWriter {
  package mutating func field(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  package mutating func field(_ name: String, _ number: (some BinaryInteger)?) {
    key(name)
    value(number)
  }

  package mutating func field(_ name: String, _ flag: Bool) {
    key(name)
    value(decimal: flag ? "true" : "false")
  }

  package mutating func field(_ name: String, decimal: String?) {
    key(name)
    if let decimal { value(decimal: decimal) } else { null() }
  }

  package mutating func object(
    _ name: String, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    key(name)
    try object(body)
  }

  /// An object on one line.
  package mutating func line(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    compact { $0.object(body) }
  }

  /// An object of its own for every element, on one line each.
  package mutating func rows<Row>(
    _ name: String, _ rows: some Sequence<Row>, _ body: (inout JSONWriter, Row) -> Void
  ) {
    key(name)
    array { list in
      for row in rows { list.compact { line in line.object { body(&$0, row) } } }
    }
  }

  /// An array of plain values on one line.
  package mutating func list(_ name: String, _ items: some Sequence<String>) {
    key(name)
    compact { $0.array { list in for item in items { list.value(item) } } }
  }

  package mutating func list(_ name: String, _ items: some Sequence<UInt64>) {
    key(name)
    compact { $0.array { list in for item in items { list.value(item) } } }
  }
}
