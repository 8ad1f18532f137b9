import ArgumentParser

/// A number of bytes as people write it: 512MB, 1GiB, 65536.
struct ByteCount: ExpressibleByArgument {
  var bytes: Int
  private let text: String

  init(bytes: Int, text: String) {
    self.bytes = bytes
    self.text = text
  }

  var defaultValueDescription: String { text }

  /// Digits, also with a fraction, and a unit: k, M, G and T with or without B are powers of 1000,
  /// with iB powers of 1024.
  init?(argument: String) {
    let number = argument.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    var unit = argument.dropFirst(number.count).drop { $0 == " " }.lowercased()
    var base = 1000.0
    if unit.hasSuffix("ib") {
      base = 1024
      unit.removeLast(2)
      if unit.isEmpty { return nil }
    } else if unit.hasSuffix("b") {
      unit.removeLast()
    }
    guard number.first != ".", number.last != ".", let value = Double(String(number)),
      let power = ["", "k", "m", "g", "t"].firstIndex(of: unit)
    else { return nil }
    var factor = 1.0
    for _ in 0..<power { factor *= base }
    let count = value * factor
    guard count < 1e18, count == count.rounded() || power > 0 else { return nil }
    bytes = Int(count)
    text = argument
  }
}
