package import CaptureFormats
import Charts

/// Times and durations as programs read them: exact, in UTC, without a locale.
package enum ExactTime {
  /// RFC 3339 in UTC with nine digits of a second.
  package static func rfc3339(_ time: Timestamp) -> String { ClockFormat.rfc3339(time) }

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
    var fraction = String(scale + rest).utf8.dropFirst()
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    return "\(sign)\(whole).\(Substring(fraction))"
  }
}
