/// Round trips of one direction, in nanoseconds.
package struct RoundTrips: Equatable, Sendable {
  package var count: UInt64
  package var minimum: Int64
  package var mean: Int64
  package var maximum: Int64
  /// Standard deviation of the sample.
  package var deviation: Int64

  package init(count: UInt64, minimum: Int64, mean: Int64, maximum: Int64, deviation: Int64) {
    self.count = count
    self.minimum = minimum
    self.mean = mean
    self.maximum = maximum
    self.deviation = deviation
  }
}
