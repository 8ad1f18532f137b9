import Charts
import Findings
internal import Wording

/// A number with its unit: "5.26 %", "1 packet", "1,234 packets", "30 ms".
struct Quantity: CustomStringConvertible {
  let value: Double
  let unit: FindingUnit

  var description: String { phrase.text }

  /// In words that can be said in another language.
  var phrase: Phrase {
    let number =
      abs(value) < 1_000 ? Numbers.significant(value) : Numbers.decimal(value, places: 0)
    return Phrase(message: "{1} \(number == "1" ? singular : unit.rawValue)", ["\(number)"])
  }

  /// The same on one line, for cells of tables.
  var unbroken: Phrase { phrase.changed { $0.replacing(" ", with: "\u{00A0}") } }

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
