/// What a reader may choose about all charts.
package struct ChartOptions: Sendable {
  package var clock: ClockFormat
  /// Bars in a ranking.
  package var top: Int
  /// What charts over time point out.
  package var marks: [TimeMark]

  package init(clock: ClockFormat = .utc, top: Int = 10, marks: [TimeMark] = []) {
    self.clock = clock
    self.marks = marks
    self.top = min(max(top, 1), 50)
  }
}
