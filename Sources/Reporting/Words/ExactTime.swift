import CaptureFormats

/// Times and durations as programs read them: exact, in UTC, without a locale.
package enum ExactTime {
  /// RFC 3339 in UTC with nine digits of a second.
  package static func rfc3339(_ time: Timestamp) -> String {
    let (days, nanoseconds) = floorDivide(time.nanoseconds, 86_400_000_000_000)
    let date = civil(days: days)
    let seconds = nanoseconds / 1_000_000_000
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T"
      + clock.joined(separator: ":") + ".\(padded(nanoseconds % 1_000_000_000, 9))Z"
  }

  /// Nanoseconds in seconds, exactly, without zeros at the end.
  package static func seconds(_ nanoseconds: Int64) -> String { decimal(nanoseconds, digits: 9) }

  /// Nanoseconds in milliseconds, exactly, without zeros at the end.
  package static func milliseconds(_ nanoseconds: Int64) -> String {
    decimal(nanoseconds, digits: 6)
  }

  private static func decimal(_ value: Int64, digits: Int) -> String {
    let scale = digits == 9 ? 1_000_000_000 : 1_000_000 as UInt64
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: scale)
    let sign = value < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var fraction = padded(Int64(rest), digits)
    while fraction.last == "0" { fraction.removeLast() }
    return "\(sign)\(whole).\(fraction)"
  }

  static func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  static func floorDivide(_ value: Int64, _ divisor: Int64) -> (quotient: Int64, rest: Int64) {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
  }

  /// The Gregorian date of a day since 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level
  /// Date Algorithms", `civil_from_days`).
  static func civil(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = floorDivide(days + 719_468, 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
    return (year, month < 10 ? month + 3 : month - 9, day)
  }
}
