/// Writes comma-separated values (RFC 4180) that no spreadsheet takes for a formula.
///
/// Text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets a leading apostrophe
/// (OWASP, "CSV Injection"); a plain negative number is left alone. Control and format characters
/// are shown by their pictures, so that every record is one line.
package struct CSVWriter: Sendable {
  /// What a cell of a spreadsheet holds.
  private static let cellLimit = 32_000

  private var isFirst = true
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package init(columns: [String]) {
    for column in columns { field(column) }
    endRecord()
  }

  package mutating func field(_ text: String?) {
    write(Self.guarded(text ?? ""))
  }

  package mutating func field(_ number: (some BinaryInteger)?) {
    write(number.map { String($0) } ?? "")
  }

  /// A number that is already written, such as an exact decimal fraction.
  package mutating func field(decimal: String?) { write(decimal ?? "") }

  package mutating func endRecord() {
    bytes += [0x0D, 0x0A]
    isFirst = true
  }

  /// Everything written since the last time, to be sent on.
  package mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func write(_ text: String) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D })
    else {
      return bytes.append(contentsOf: text.utf8)
    }
    bytes.append(0x22)
    for byte in text.utf8 { bytes += byte == 0x22 ? [0x22, 0x22] : [byte] }
    bytes.append(0x22)
  }

  static func guarded(_ text: String) -> String {
    let safe = SafeText.visible(text, limit: cellLimit)
    return startsFormula(text) && !isNumber(text) ? "'" + safe : safe
  }

  /// The full-width forms count too: some spreadsheets fold them.
  private static func startsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }

  private static func isNumber(_ text: String) -> Bool {
    text.first == "-" && text.utf8.count > 1
      && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
      && text.utf8.count { $0 == 0x2E } <= 1
  }
}
