/// What a reader may choose about all charts.
package struct ChartOptions: Sendable {
  package var clock: ClockFormat
  /// Bars in a ranking.
  package var top: Int

  package init(clock: ClockFormat = .utc, top: Int = 10) {
    self.clock = clock
    self.top = min(max(top, 1), 50)
  }
}
