/// The rule at the end of a tz file for the time after its last transition, in the syntax of
/// POSIX's TZ variable: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneFooter {
  /// A change on a weekday of a month ("M3.5.0/2").
  private struct Rule {
    var month: Int
    /// 1 to 5, 5 being the last.
    var week: Int
    /// From Sunday, 0.
    var weekday: Int
    /// Seconds after midnight of the clock before the change; may lie in other days.
    var time: Int

    /// Local seconds since 1970.
    func seconds(in year: Int) -> Int {
      let first = CivilTime.days(year: year, month: month, day: 1)
      // 1970-01-01 was a Thursday, 4.
      let shift = (weekday - (first + 4)).flooredQuotientAndRemainder(by: 7).remainder
      var day = first + shift + (week - 1) * 7
      let next = CivilTime(year: year, month: month + 1, day: 1)
      let end = CivilTime.days(year: next.year, month: next.month, day: 1)
      while day >= end { day -= 7 }
      return day * 86_400 + time
    }
  }

  private let standard: ZoneRules.Period
  private let summer: ZoneRules.Period
  private let toSummer: Rule
  private let toStandard: Rule

  /// nil for zones without summer time, which need no rule, and for rules of other forms.
  init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 3, let toSummer = Self.rule(parts[1]), let toStandard = Self.rule(parts[2])
    else { return nil }
    var rest = parts[0]
    let standardName = Self.name(&rest)
    guard let standardOffset = Self.clock(&rest) else { return nil }
    let summerName = Self.name(&rest)
    // POSIX counts west as positive; summer time is an hour ahead unless the rule says more.
    let summerOffset = rest.isEmpty ? standardOffset - 3_600 : Self.clock(&rest) ?? 0
    standard = ZoneRules.Period(offsetSeconds: -standardOffset, name: standardName)
    summer = ZoneRules.Period(offsetSeconds: -summerOffset, name: summerName)
    self.toSummer = toSummer
    self.toStandard = toStandard
  }

  /// All changes after a moment until the end of what a time stamp can hold.
  func changes(after last: Int64) -> [(time: Int64, period: ZoneRules.Period)] {
    let year = CivilTime(localNanoseconds: Int128(last) * 1_000_000_000).year
    return (min(year, 2_262)...2_262).flatMap { year in
      [
        (Int64(toSummer.seconds(in: year) - standard.offsetSeconds), summer),
        (Int64(toStandard.seconds(in: year) - summer.offsetSeconds), standard),
      ]
    }.filter { $0.0 > last }.sorted { $0.0 < $1.0 }
  }

  private static func rule(_ text: Substring) -> Rule? {
    let halves = text.split(separator: "/")
    guard let date = halves.first, date.first == "M" else { return nil }
    let fields = date.dropFirst().split(separator: ".").compactMap { Int($0) }
    guard fields.count == 3, (1...12).contains(fields[0]), (1...5).contains(fields[1]),
      (0...6).contains(fields[2])
    else { return nil }
    var rest = halves.count > 1 ? halves[1] : "2"
    guard let time = clock(&rest) else { return nil }
    return Rule(month: fields[0], week: fields[1], weekday: fields[2], time: time)
  }

  /// "CET" or "<+03>".
  private static func name(_ text: inout Substring) -> String {
    if text.first == "<", let end = text.firstIndex(of: ">") {
      defer { text = text[text.index(after: end)...] }
      return String(text[text.index(after: text.startIndex)..<end])
    }
    let name = text.prefix { $0.isLetter }
    text = text.dropFirst(name.count)
    return String(name)
  }

  /// "-1", "3:30", "+10:00:00" as seconds.
  private static func clock(_ text: inout Substring) -> Int? {
    let digits = text.prefix { $0.isNumber || $0 == ":" || $0 == "-" || $0 == "+" }
    text = text.dropFirst(digits.count)
    let fields = digits.drop { $0 == "-" || $0 == "+" }.split(separator: ":").map { Int($0) }
    guard (1...3).contains(fields.count), !fields.contains(nil) else { return nil }
    let seconds = zip(fields, [3_600, 60, 1]).reduce(0) { $0 + min($1.0 ?? 0, 200) * $1.1 }
    return digits.first == "-" ? -seconds : seconds
  }
}
