internal import CaptureFormats

/// The offsets of a time zone from UTC over time.
struct ZoneRules: Sendable {
  /// A time for which one offset holds.
  struct Period: Equatable, Sendable {
    var offsetSeconds: Int
    /// "UTC", "CEST".
    var name: String
  }

  /// The moment of each change in seconds since 1970, ascending.
  private let changes: [Int64]
  /// What holds before the first change, then after each.
  private let periods: [Period]

  static let utc = ZoneRules(periods: [Period(offsetSeconds: 0, name: "UTC")])

  private init(changes: [Int64] = [], periods: [Period]) {
    self.changes = changes
    self.periods = periods
  }

  init?(named name: String) {
    if ["", "UTC", "Z", "GMT", "Etc/UTC"].contains(name) {
      self = .utc
    } else if let period = Self.offset(name) {
      self.init(periods: [period])
    } else if let file = ZoneFile(named: name) {
      self.init(changes: file.changes, periods: file.periods)
    } else {
      return nil
    }
  }

  func period(at time: Timestamp) -> Period {
    let seconds = time.nanoseconds.flooredQuotientAndRemainder(by: 1_000_000_000).quotient
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return periods[low]
  }

  /// "+05:30" or "-0800".
  private static func offset(_ text: String) -> Period? {
    let digits = text.utf8.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard let sign = text.first, sign == "+" || sign == "-", digits.count == 4,
      digits.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let values = digits.map { Int($0) - 48 }
    let (hours, minutes) = (values[0] * 10 + values[1], values[2] * 10 + values[3])
    guard hours <= 14, minutes < 60 else { return nil }
    let seconds = (hours * 60 + minutes) * 60
    let name = "\(sign)\(ClockFormat.padded(hours, 2)):\(ClockFormat.padded(minutes, 2))"
    return Period(offsetSeconds: sign == "-" ? -seconds : seconds, name: name)
  }
}
