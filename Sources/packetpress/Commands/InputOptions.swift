import ArgumentParser
import CaptureFormats

/// Which captures, and which of their packets.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "Captures: files, directories, patterns; '-' is standard input.",
    completion: .file(extensions: ["pcap", "pcapng", "cap", "gz", "zst", "lz4"]))
  var captures: [String]

  @OptionGroup var selection: SelectionOptions

  mutating func validate() throws {
    guard !captures.isEmpty else { throw ValidationError("name at least one capture") }
    guard captures.filter({ $0 == "-" }).count <= 1 else {
      throw ValidationError("standard input can be read only once: '-' stands twice")
    }
  }
}

/// A moment as people write it.
struct TimeArgument: ExpressibleByArgument {
  var time: Timestamp

  /// RFC 3339, also without time, seconds or zone (then UTC); or seconds since 1970.
  init?(argument: String) {
    if let time = Self.seconds(argument) ?? Self.date(argument) {
      self.time = time
    } else {
      return nil
    }
  }

  private static func seconds(_ text: String) -> Timestamp? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int64(parts[0]), parts[0].first != "+" else { return nil }
    guard parts.count == 2 else { return Timestamp(seconds: whole) }
    return fraction(parts[1]).map { Timestamp(seconds: whole, nanoseconds: $0) }
  }

  private static func fraction(_ digits: Substring) -> Int64? {
    guard (1...9).contains(digits.count), digits.allSatisfy(\.isWholeNumber) else { return nil }
    return Int64(digits + String(repeating: "0", count: 9 - digits.count))
  }

  private static func date(_ text: String) -> Timestamp? {
    var rest = Substring(text)
    func number(_ count: Int, before separator: Character?) -> Int64? {
      let digits = rest.prefix(count)
      guard digits.count == count, digits.allSatisfy(\.isWholeNumber) else { return nil }
      rest = rest.dropFirst(count)
      if let separator {
        guard rest.first == separator else { return nil }
        rest = rest.dropFirst()
      }
      return Int64(digits)
    }
    guard let year = number(4, before: "-"), let month = number(2, before: "-"),
      let day = number(2, before: nil), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var seconds = days(year, month, day) * 86_400
    var nanoseconds: Int64 = 0
    if let mark = rest.first, mark == "T" || mark == " " || mark == "t" {
      rest = rest.dropFirst()
      guard let hour = number(2, before: ":"), let minute = number(2, before: nil), hour < 24,
        minute < 60
      else { return nil }
      seconds += hour * 3600 + minute * 60
      if rest.first == ":" {
        rest = rest.dropFirst()
        guard let second = number(2, before: nil), second <= 60 else { return nil }
        seconds += second
      }
      if rest.first == "." {
        let digits = rest.dropFirst().prefix { $0.isWholeNumber }
        guard let value = fraction(digits) else { return nil }
        nanoseconds = value
        rest = rest.dropFirst(digits.count + 1)
      }
    }
    guard let zone = offset(rest) else { return nil }
    return Timestamp(seconds: seconds - zone, nanoseconds: nanoseconds)
  }

  /// Seconds east of UTC.
  private static func offset(_ text: Substring) -> Int64? {
    if text.isEmpty || text == "Z" || text == "z" { return 0 }
    let parts = text.dropFirst().split(separator: ":")
    guard let sign = text.first, sign == "+" || sign == "-", parts.count == 2,
      let hours = Int64(parts[0]), let minutes = Int64(parts[1]), hours < 24, minutes < 60
    else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  /// Days from 1970-01-01 in the proleptic Gregorian calendar.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
