/// What a specification calls the values of a field.
struct NumberNames: Sendable {
  private let names: [UInt32: String]
  private let radix: Int

  /// Reads a table like "0 Get; 1 Set", whose numbers have the given radix.
  init(radix: Int = 10, _ table: String) {
    self.radix = radix
    var names: [UInt32: String] = [:]
    for entry in table.split(separator: ";") {
      let words = entry.drop { $0 == " " }
      let number = words.prefix { $0 != " " }
      guard let value = UInt32(number, radix: radix) else { continue }
      names[value] = String(words.dropFirst(number.count + 1))
    }
    self.names = names
  }

  /// The name of a number, or the number itself where it has none.
  subscript(number: some BinaryInteger) -> String {
    known(number) ?? (radix == 16 ? "0x" : "") + String(number, radix: radix)
  }

  func known(_ number: some BinaryInteger) -> String? {
    UInt32(exactly: number).flatMap { names[$0] }
  }
}
