/// A number with its unit, as somebody wrote it: "34ms", "1.5 MB", "2 %".
package struct Quantity: Equatable, Sendable {
  /// In the base unit of its kind.
  package let value: Double
  /// Nil for a number alone.
  package let unit: QuantityUnit?

  /// Reads what is of `kind`; `line` is told in problems.
  package init(_ text: String, of kind: QuantityKind, line: Int?) throws(ExpectationProblem) {
    let text = text.trimmed
    let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "_" }
    let symbol = String(text.dropFirst(digits.count)).trimmed
    guard let number = Double(String(digits.filter { $0 != "_" })), number.isFinite else {
      throw ExpectationProblem(line: line, "'\(text)' is not \(kind.example)")
    }
    if symbol.isEmpty {
      guard kind.allowsBareNumbers else {
        throw ExpectationProblem(line: line, "'\(text)' has no unit; write \(kind.example)")
      }
      self.init(value: number, unit: kind == .bytes ? kind.baseUnit : nil)
      return
    }
    guard let unit = QuantityUnit(symbol: symbol) else {
      throw ExpectationProblem(
        line: line, no: "unit", called: symbol, among: QuantityUnit.all.map(\.symbol))
    }
    guard unit.kind == kind else {
      throw ExpectationProblem(line: line, "'\(text)' is not \(kind.example)")
    }
    self.init(value: number * unit.factor, unit: unit)
  }

  private init(value: Double, unit: QuantityUnit?) {
    self.value = value
    self.unit = unit
  }

  /// A value in a unit, without its symbol: "34", "1.25".
  package static func number(_ value: Double, in unit: QuantityUnit?) -> String {
    let value = value / (unit?.factor ?? 1)
    let rounded = (value * 1000).rounded() / 1000
    return text(rounded == 0 && value != 0 ? value : rounded)
  }

  /// The same with every digit there is.
  static func exactNumber(_ value: Double, in unit: QuantityUnit?) -> String {
    text(value / (unit?.factor ?? 1))
  }

  private static func text(_ value: Double) -> String {
    guard value == value.rounded(), abs(value) < 1e15 else { return String(value) }
    return String(Int(value))
  }
}

extension String {
  /// Without white space around it.
  var trimmed: String {
    var text = self[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
