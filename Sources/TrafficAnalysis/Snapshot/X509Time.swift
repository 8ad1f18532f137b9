/// A second in UTC, as certificates have it; it may be past what a ``Timestamp`` can hold.
package struct X509Time: Hashable, Sendable {
  /// Since 1970-01-01T00:00:00Z.
  package var seconds: Int64
  /// RFC 3339.
  package var text: String

  /// From a date of the Gregorian calendar that is in its ranges.
  package init(year: Int, month: Int, day: Int, hours: Int, minutes: Int, seconds: Int) {
    // Howard Hinnant's days_from_civil: years begin in March, so that a leap day is the last.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    self.seconds = Int64(days * 86_400 + hours * 3600 + minutes * 60 + seconds)
    let fields = [month, day, hours, minutes, seconds].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let digits = String(year)
    let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    text = "\(padded)-\(fields[0])-\(fields[1])T\(fields[2]):\(fields[3]):\(fields[4])Z"
  }
}
