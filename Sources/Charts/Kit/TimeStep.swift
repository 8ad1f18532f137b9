internal import CaptureFormats

/// The distance of labels on a time axis.
enum TimeStep: Equatable {
  /// Within a day: nanoseconds of local time, a divisor of the day.
  case clock(Int128)
  case days(Int)
  case months(Int)
  case years(Int)

  private static let second: Int128 = 1_000_000_000

  /// The smallest step of which at most `count` fit into a span.
  static func fitting(_ span: Int128, count: Int) -> TimeStep {
    let least = span / Int128(count)
    if let step = clockSteps.first(where: { $0 >= least }) { return .clock(step) }
    let days = Double(least) / 86_400e9
    if let step = [1, 2, 7, 14].first(where: { Double($0) >= days }) { return .days(step) }
    if let step = [1, 3, 6].first(where: { Double($0) * 30.5 >= days }) { return .months(step) }
    let years = [1, 2, 5, 10, 20, 50, 100, 200]
    return .years(years.first { Double($0) * 365.25 >= days } ?? 500)
  }

  private static let clockSteps: [Int128] = {
    var steps: [Int128] = []
    var unit: Int128 = 1
    while unit < second {
      steps += [unit, unit * 2, unit * 5]
      unit *= 10
    }
    steps += [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800].map { $0 * second }
    return steps + [1, 2, 3, 6, 12].map { $0 * 3_600 * second }
  }()

  /// The moments to label, in ascending order.
  func times(from start: Timestamp, to end: Timestamp, clock: ClockFormat) -> [Timestamp] {
    // With a span shorter than any step there is no round moment in it: its start is labelled.
    guard start < end else { return [start] }
    var times: [Timestamp] = []
    var local = floor(clock.fields(of: start))
    for _ in 0..<200 {
      let time = moment(ofLocal: local, near: times.last ?? start, clock)
      // Beyond the range of time stamps all moments are clamped to its end.
      if time > end || time.nanoseconds == .max { break }
      if time >= start, times.last.map({ $0 < time }) ?? true { times.append(time) }
      local = advance(local)
    }
    return times.isEmpty ? [start] : times
  }

  func label(_ time: Timestamp, _ fields: CivilTime, _ clock: ClockFormat) -> String {
    switch self {
    case .clock(let step) where step >= 60 * Self.second:
      return String(clock.time(time).prefix(5))
    case .clock(let step):
      var digits = 0
      var unit = Self.second
      while digits < 9, step % unit != 0 {
        digits += 1
        unit /= 10
      }
      return clock.time(time, fractionDigits: digits)
    case .days: return "\(fields.day) \(ClockFormat.month(fields.month))"
    case .months: return ClockFormat.month(fields.month)
    case .years: return String(fields.year)
    }
  }

  /// What stands below a label that differs in it from the one before.
  func context(
    _ fields: CivilTime, after previous: CivilTime?, at time: Timestamp, clock: ClockFormat
  ) -> String? {
    switch self {
    case .clock:
      if let previous, previous.isSameDay(as: fields) { return nil }
      return clock.date(time)
    case .days, .months:
      return previous?.year == fields.year ? nil : String(fields.year)
    case .years: return nil
    }
  }

  private func floor(_ fields: CivilTime) -> Int128 {
    switch self {
    case .clock(let step):
      return fields.localNanoseconds.flooredQuotientAndRemainder(by: step).quotient * step
    case .days(let step):
      // Weeks begin on Monday; 1970-01-01 was a Thursday.
      let day = Int128(86_400) * Self.second
      let shift: Int128 = step % 7 == 0 ? 3 : 0
      let days = fields.localNanoseconds.flooredQuotientAndRemainder(by: day).quotient + shift
      let floored = days.flooredQuotientAndRemainder(by: Int128(step)).quotient * Int128(step)
      return (floored - shift) * day
    case .months(let step):
      let month = (fields.month - 1) / step * step + 1
      return CivilTime(year: fields.year, month: month, day: 1).localNanoseconds
    case .years(let step):
      let year = fields.year / step * step
      return CivilTime(year: year, month: 1, day: 1).localNanoseconds
    }
  }

  private func advance(_ local: Int128) -> Int128 {
    let fields = CivilTime(localNanoseconds: local)
    switch self {
    case .clock(let step): return local + step
    case .days(let step): return local + Int128(step) * 86_400 * Self.second
    case .months(let step):
      return CivilTime(year: fields.year, month: fields.month + step, day: 1).localNanoseconds
    case .years(let step):
      return CivilTime(year: fields.year + step, month: 1, day: 1).localNanoseconds
    }
  }

  /// The moment at which local clocks show a time; where a clock is put forward, shortly after.
  private func moment(
    ofLocal local: Int128, near time: Timestamp, _ clock: ClockFormat
  ) -> Timestamp {
    let guess = Timestamp(clamping: local - clock.offset(at: time))
    return Timestamp(clamping: local - clock.offset(at: guess))
  }
}
