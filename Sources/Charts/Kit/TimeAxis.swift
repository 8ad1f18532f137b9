package import CaptureFormats

/// Labels for a span of time, from microseconds to centuries, in local time.
package struct TimeAxis: Sendable {
  package struct Tick: Equatable, Sendable {
    package var time: Timestamp
    package var label: String
    /// A date or year, where it begins or changes.
    package var context: String?
  }

  package let start: Timestamp
  package let end: Timestamp
  package private(set) var ticks: [Tick] = []

  /// With about `count` labels; at least one.
  package init(from start: Timestamp, to end: Timestamp, count: Int, clock: ClockFormat) {
    self.start = start
    self.end = max(start, end)
    let step = TimeStep.fitting(span, count: max(count, 1))
    let times = step.times(from: start, to: self.end, clock: clock)
    var previous: CivilTime?
    for time in times {
      let fields = clock.fields(of: time)
      let context = step.context(fields, after: previous, at: time, clock: clock)
      ticks.append(Tick(time: time, label: step.label(time, fields, clock), context: context))
      previous = fields
    }
  }

  private var span: Int128 { Int128(end.nanoseconds) - Int128(start.nanoseconds) }

  /// 0 at the start, 1 at the end.
  package func fraction(_ time: Timestamp) -> Double {
    guard span > 0 else { return 0.5 }
    return Double(Int128(time.nanoseconds) - Int128(start.nanoseconds)) / Double(span)
  }
}
