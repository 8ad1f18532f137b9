import Charts
import Findings

/// A number with its unit: "5.26 %", "1 packet", "1,234 packets", "30 ms".
struct Quantity: CustomStringConvertible {
  let value: Double
  let unit: FindingUnit

  var description: String {
    let number =
      abs(value) < 1_000 ? Numbers.significant(value) : Numbers.decimal(value, places: 0)
    return "\(number) \(number == "1" ? singular : unit.rawValue)"
  }

  /// The same on one line, for cells of tables.
  var unbroken: String { description.replacing(" ", with: "\u{00A0}") }

  private var singular: String {
    let plural = unit.rawValue
    switch unit {
    case .percent, .seconds, .milliseconds, .packetsPerSecond: return plural
    case .queries: return "query"
    case .addresses: return "address"
    default: return plural.hasSuffix("s") ? String(plural.dropLast()) : plural
    }
  }
}
