import ArgumentParser

/// A length of time as people write it: "500ms", "60s", "5m", "1h", "7d".
struct DurationArgument: ExpressibleByArgument {
  private static let units: [(name: String, milliseconds: Int64)] = [
    ("ms", 1), ("s", 1_000), ("min", 60_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
  ]
  /// More is a slip of the finger.
  private static let longest: Int64 = 366 * 86_400_000

  var duration: Duration
  private let text: String

  /// A number without a unit is refused: nobody knows what it means.
  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isWholeNumber }
    guard let number = Int64(digits),
      let unit = Self.units.first(where: { $0.name == argument.dropFirst(digits.count) })
    else { return nil }
    let (milliseconds, overflow) = number.multipliedReportingOverflow(by: unit.milliseconds)
    guard !overflow, milliseconds <= Self.longest else { return nil }
    duration = .milliseconds(milliseconds)
    text = argument
  }

  init(seconds: Int64) {
    duration = .seconds(seconds)
    text = "\(seconds)s"
  }

  init(minutes: Int64) {
    duration = .seconds(minutes * 60)
    text = "\(minutes)m"
  }

  var defaultValueDescription: String { text }
}
