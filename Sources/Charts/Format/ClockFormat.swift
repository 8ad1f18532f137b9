package import CaptureFormats

/// Writes moments in one time zone.
package struct ClockFormat: Sendable {
  private let zone: ZoneRules

  package static let utc = ClockFormat(zone: .utc)

  private init(zone: ZoneRules) { self.zone = zone }

  /// A zone of the tz database ("Europe/Berlin"), "UTC", or an offset ("+05:30").
  ///
  /// nil if there is no such zone on this machine.
  package init?(zoneNamed name: String) {
    guard let zone = ZoneRules(named: name) else { return nil }
    self.zone = zone
  }

  /// "UTC", "CEST", "+05:30": how the zone is called at a moment.
  package func zoneName(at time: Timestamp) -> String { zone.period(at: time).name }

  package func fields(of time: Timestamp) -> CivilTime {
    CivilTime(localNanoseconds: Int128(time.nanoseconds) + offset(at: time))
  }

  /// Local time minus UTC, in nanoseconds.
  func offset(at time: Timestamp) -> Int128 {
    Int128(zone.period(at: time).offsetSeconds) * 1_000_000_000
  }

  /// "10:32:05" or "10:32:05.125".
  package func time(_ time: Timestamp, fractionDigits: Int = 0) -> String {
    let fields = fields(of: time)
    let clock = [fields.hour, fields.minute, fields.second].map { Self.padded($0, 2) }
    guard fractionDigits > 0 else { return clock.joined(separator: ":") }
    return clock.joined(separator: ":") + "."
      + Self.padded(fields.nanosecond, 9).prefix(fractionDigits)
  }

  /// "1 May 2024".
  package func date(_ time: Timestamp) -> String {
    let fields = fields(of: time)
    return "\(fields.day) \(Self.month(fields.month)) \(fields.year)"
  }

  /// "1 May 2024, 10:32:05 UTC".
  package func dateTime(_ time: Timestamp, fractionDigits: Int = 0) -> String {
    let clock = self.time(time, fractionDigits: fractionDigits)
    return "\(date(time)), \(clock) \(zoneName(at: time))"
  }

  /// RFC 3339 in UTC with nanoseconds, "2024-05-01T10:32:05.000000000Z", as in report.json.
  package static func rfc3339(_ time: Timestamp) -> String {
    let fields = ClockFormat.utc.fields(of: time)
    var text: [UInt8] = []
    text.reserveCapacity(30)
    let parts = [
      (fields.year, 4, "-"), (fields.month, 2, "-"), (fields.day, 2, "T"), (fields.hour, 2, ":"),
      (fields.minute, 2, ":"), (fields.second, 2, "."), (fields.nanosecond, 9, "Z"),
    ]
    for (number, width, sign) in parts {
      append(number, width, to: &text)
      text.append(contentsOf: sign.utf8)
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func month(_ number: Int) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names[min(max(number, 1), 12) - 1]
  }

  private static func append(_ number: Int, _ width: Int, to text: inout [UInt8]) {
    let end = text.count + width
    var rest = number
    text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: width))
    for place in stride(from: end - 1, through: end - width, by: -1) {
      text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
