/// Calendar and clock of a moment in some time zone (proleptic Gregorian calendar).
package struct CivilTime: Hashable, Comparable, Sendable {
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to 31.
  package var day: Int
  package var hour: Int
  package var minute: Int
  package var second: Int
  package var nanosecond: Int

  /// From nanoseconds of local time since 1970-01-01T00:00:00 in the same zone.
  init(localNanoseconds: Int128) {
    let (seconds, nanoseconds) = localNanoseconds.flooredQuotientAndRemainder(by: 1_000_000_000)
    let (days, clock) = seconds.flooredQuotientAndRemainder(by: 86_400)
    nanosecond = Int(nanoseconds)
    hour = Int(clock) / 3_600
    minute = Int(clock) / 60 % 60
    second = Int(clock) % 60
    (year, month, day) = Self.date(daysSince1970: Int(days))
  }

  /// Midnight that begins a day; `month` may lie outside of 1 to 12 and runs into other years.
  init(year: Int, month: Int, day: Int) {
    let (carry, index) = (month - 1).flooredQuotientAndRemainder(by: 12)
    self.year = year + carry
    self.month = index + 1
    self.day = day
    (hour, minute, second, nanosecond) = (0, 0, 0, 0)
  }

  /// Nanoseconds of local time since 1970-01-01T00:00:00.
  var localNanoseconds: Int128 {
    let seconds =
      Self.days(year: year, month: month, day: day) * 86_400
      + hour * 3_600 + minute * 60 + second
    return Int128(seconds) * 1_000_000_000 + Int128(nanosecond)
  }

  package static func < (left: CivilTime, right: CivilTime) -> Bool {
    left.localNanoseconds < right.localNanoseconds
  }

  func isSameDay(as other: CivilTime) -> Bool {
    (year, month, day) == (other.year, other.month, other.day)
  }

  // Both conversions count years from March and in eras of 400 years, as in H. Hinnant,
  // "chrono-Compatible Low-Level Date Algorithms".
  private static func date(daysSince1970 days: Int) -> (Int, Int, Int) {
    let (era, dayOfEra) = (days + 719_468).flooredQuotientAndRemainder(by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * march + 2) / 5 + 1
    let month = march < 10 ? march + 3 : march - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = shifted.flooredQuotientAndRemainder(by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension FixedWidthInteger where Self: SignedInteger {
  /// The quotient rounded down, with a remainder that is never negative; `divisor` is positive.
  func flooredQuotientAndRemainder(by divisor: Self) -> (quotient: Self, remainder: Self) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
