import CaptureFormats
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Names the bins of a chart by the time at which they begin, as precisely as they are wide.
package struct BinClock: Sendable {
  let bins: TimeBins
  let clock: ClockFormat

  package init(bins: TimeBins, clock: ClockFormat) {
    self.bins = bins
    self.clock = clock
  }

  /// "10:32:05 UTC"; with the date where the bins span more than one.
  package func name(_ bin: Int) -> String { name(bins.time(bin)) }

  private func name(_ time: Timestamp) -> String {
    if bins.seconds >= 86_400 { return clock.date(time) }
    if spansDays { return clock.dateTime(time, fractionDigits: digits) }
    return clock.time(time, fractionDigits: digits) + " " + clock.zoneName(at: time)
  }

  /// "at 10:32:05 UTC", "on 1 May 2024, 10:32:05 UTC".
  package func phrase(_ bin: Int) -> Phrase { phrase(bins.time(bin)) }

  func phrase(_ time: Timestamp) -> Phrase {
    bins.seconds >= 86_400 || spansDays ? "on \(name(time))" : "at \(name(time))"
  }

  private var spansDays: Bool {
    !clock.fields(of: bins.start).isSameDay(as: clock.fields(of: bins.time(bins.count - 1)))
  }

  private var digits: Int { bins.seconds >= 1 ? 0 : bins.seconds >= 1e-3 ? 3 : 6 }
}
