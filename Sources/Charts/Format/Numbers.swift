package import Wording

/// Numbers as a person reads them: "12,345", "1.2 GB", "12.4 Mbit/s", "34 ms".
///
/// Three significant digits, decimal prefixes, a point for decimals in every locale.
package enum Numbers {
  /// "12,345": exact.
  package static func count(_ value: some BinaryInteger) -> String {
    let digits = String(value.magnitude)
    var text = value < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// "1 packet", "12,345 packets".
  package static func count(_ value: some BinaryInteger, _ noun: String) -> Phrase {
    Phrase(message: value == 1 ? "{1} \(noun)" : "{1} \(noun)s", ["\(count(value))"])
  }

  /// "12,345", from a sum that may be more than integers hold.
  package static func whole(_ value: Double) -> String {
    value < 1e12 ? decimal(value, places: 0) : compact(value)
  }

  /// "999", "12.4 k", "3 M": what fits beside an axis.
  package static func compact(_ value: Double) -> String {
    let (number, prefix) = scaled(value)
    return prefix.isEmpty ? number : "\(number) \(prefix)"
  }

  /// "1.2 GB", with prefixes of 1000.
  package static func bytes(_ value: some BinaryInteger) -> String { bytes(Double(value)) }

  package static func bytes(_ value: Double) -> String { quantity(value, "B") }

  /// "12.4 Mbit/s", from bits per second.
  package static func bitRate(_ bitsPerSecond: Double) -> String {
    quantity(bitsPerSecond, "bit/s")
  }

  /// A number with the prefix of its size before its unit.
  package static func quantity(_ value: Double, _ unit: String) -> String {
    let (number, prefix) = scaled(value)
    return "\(number) \(prefix)\(unit)"
  }

  /// "12.4 %"; "<0.1 %" and ">99.9 %" where rounding would say none or all.
  package static func percent(_ part: some BinaryInteger, of whole: some BinaryInteger) -> String {
    percent(Double(part), of: Double(whole))
  }

  package static func percent(_ part: Double, of whole: Double) -> String {
    guard whole > 0, part > 0 else { return "0 %" }
    let share = part / whole * 100
    if share < 0.1 { return "<0.1 %" }
    if share < 100, share > 99.9 { return ">99.9 %" }
    guard share < 99.95 else { return decimal(share, places: 0) + " %" }
    // The zero stays, so that shares line up below one another.
    let tenths = Int((share * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// "34 ms", "1.25 s", "2 min 5 s", "3 d 4 h": two units at most.
  package static func duration(nanoseconds: Int64) -> String {
    let magnitude = Double(nanoseconds.magnitude)
    let sign = nanoseconds < 0 ? "−" : ""
    switch magnitude {
    case 0: return "0 s"
    case ..<999.5: return sign + significant(magnitude) + " ns"
    case ..<999.5e3: return sign + significant(magnitude / 1e3) + " µs"
    case ..<999.5e6: return sign + significant(magnitude / 1e6) + " ms"
    case ..<59.95e9: return sign + significant(magnitude / 1e9) + " s"
    default: return sign + long(seconds: UInt64((magnitude / 1e9).rounded()))
    }
  }

  private static func long(seconds: UInt64) -> String {
    let units: [(size: UInt64, name: String)] = [
      (31_557_600, "years"), (86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"),
    ]
    let first = units.firstIndex { seconds >= $0.size } ?? units.count - 1
    let (size, name) = units[first]
    let whole = seconds / size
    let unit = whole == 1 && name == "years" ? "year" : name
    guard first + 1 < units.count else { return "\(whole) \(unit)" }
    let rest = seconds % size / units[first + 1].size
    return rest == 0 ? "\(whole) \(unit)" : "\(whole) \(unit) \(rest) \(units[first + 1].name)"
  }

  private static func scaled(_ value: Double) -> (number: String, prefix: String) {
    guard value.isFinite else { return (value.isNaN ? "–" : value < 0 ? "−∞" : "∞", "") }
    var magnitude = abs(value)
    var prefixes = ["", "k", "M", "G", "T", "P", "E", "Z", "Y"][...]
    // What rounds to 1000 has the next prefix.
    while magnitude >= 999.5, prefixes.count > 1 {
      magnitude /= 1000
      prefixes.removeFirst()
    }
    return ((value < 0 ? "−" : "") + significant(magnitude), prefixes.first ?? "")
  }

  /// Three significant digits without trailing zeros; "<0.001" below what they can show.
  package static func significant(_ value: Double) -> String {
    if value > 0, value < 0.0005 { return "<0.001" }
    let places = value < 0.9995 ? 3 : value < 9.995 ? 2 : value < 99.95 ? 1 : 0
    return decimal(value, places: places)
  }

  /// A number rounded to at most so many places, without trailing zeros.
  package static func decimal(_ value: Double, places: Int) -> String {
    let scale = [1.0, 10, 100, 1_000, 10_000, 100_000, 1_000_000][min(max(places, 0), 6)]
    let units = (abs(value) * scale).rounded()
    guard units < 9e18 else { return String(value) }
    let integer = UInt64(units)
    let (whole, part) = integer.quotientAndRemainder(dividingBy: UInt64(scale))
    let sign = value < 0 && integer > 0 ? "−" : ""
    guard part > 0 else { return sign + count(whole) }
    let digits = String(UInt64(scale) + part).dropFirst()
    return sign + count(whole) + "."
      + digits.prefix(digits.lastIndex { $0 != "0" }.map { digits[...$0].count } ?? 0)
  }
}
