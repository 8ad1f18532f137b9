import TestSupport
import Testing
import TrafficAnalysis

struct QuantileSketchTests {
  static func quantiles(_ values: some Sequence<Int64>) -> Quantiles {
    var sketch = QuantileSketch()
    for value in values { sketch.add(value) }
    return sketch.quantiles
  }

  @Test func saysNothingOfNothing() {
    #expect(Self.quantiles([]) == Quantiles())
  }

  @Test func givesTheNearestRank() {
    let ten = Self.quantiles((1...10).reversed())
    #expect(ten.p50 == 5 && ten.p95 == 10 && ten.p99 == 10)
    #expect(ten.minimum == 1 && ten.maximum == 10 && ten.count == 10)
    let one = Self.quantiles([7])
    #expect(one.p50 == 7 && one.p95 == 7 && one.p99 == 7)
    let hundred = Self.quantiles(1...100)
    #expect(hundred.p50 == 50 && hundred.p95 == 95 && hundred.p99 == 99)
  }

  @Test func isExactUpToItsLimit() {
    let count = Int64(QuantileSketch.exactLimit)
    let values = (1...count).map { $0 * 1_000_003 }
    let quantiles = Self.quantiles(values.shuffledBySeed())
    #expect(quantiles.p50 == count / 2 * 1_000_003)
    #expect(quantiles.p95 == count * 95 / 100 * 1_000_003)
    #expect(quantiles.p99 == count * 99 / 100 * 1_000_003)
  }

  @Test(arguments: [1, 1000, 1_000_003, 90_000_000_000] as [Int64])
  func isWithinItsErrorBeyondItsLimit(scale: Int64) throws {
    let count: Int64 = 50_000
    let quantiles = Self.quantiles((1...count).map { $0 * scale })
    #expect(quantiles.count == UInt64(count))
    #expect(quantiles.minimum == scale && quantiles.maximum == count * scale)
    for (value, share) in [(quantiles.p50, 50), (quantiles.p95, 95), (quantiles.p99, 99)] {
      let exact = Double(count * Int64(share) / 100 * scale)
      #expect(abs(Double(try #require(value)) - exact) <= exact * 0.008)
    }
  }

  @Test func countsNegativeDurationsAsNone() {
    let quantiles = Self.quantiles([-5, .min, 3])
    #expect(quantiles.minimum == 0 && quantiles.p50 == 0 && quantiles.maximum == 3)
  }

  @Test func holdsTheLargestDurations() {
    let values = (0..<20_000).map { $0 % 2 == 0 ? Int64.max : 0 }
    let quantiles = Self.quantiles(values)
    #expect(quantiles.p50 == 0)
    #expect(quantiles.maximum == .max)
    #expect((quantiles.p99 ?? 0) > .max / 100 * 99)
  }

  @Test func hasNoShapeOfNothing() {
    #expect(QuantileSketch().distribution == DurationDistribution())
  }

  @Test func countsInBinsOfRoundWidths() {
    var sketch = QuantileSketch()
    for value in [999, 1_000, 1_999, 2_000, 49_999] as [Int64] { sketch.add(value) }
    let shape = sketch.distribution
    #expect(shape.bins.map(\.fromNanoseconds) == [500, 1_000, 2_000, 5_000, 10_000, 20_000])
    #expect(shape.bins.map(\.count) == [1, 2, 1, 0, 0, 1])
    #expect(shape.bins.last?.toNanoseconds == 50_000)
    #expect(shape.percentiles.count == 101)
    #expect(shape.percentiles[0] == 999 && shape.percentiles[50] == 1_999)
    #expect(shape.percentiles[100] == 49_999)
  }

  @Test func hasAShapeOfMoreThanItsLimitAndOfTheLargest() {
    var sketch = QuantileSketch()
    for value in 0..<20_000 as Range<Int64> { sketch.add(value % 4 == 0 ? .max : value % 4) }
    let shape = sketch.distribution
    #expect(shape.bins.map(\.count).reduce(0, +) == 20_000)
    #expect(shape.bins.last?.toNanoseconds == .max && shape.bins.last?.count == 5_000)
    #expect(zip(shape.percentiles, shape.percentiles.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test(arguments: [10, 9_999, 10_000, 10_001, 30_000], [1, 2, 5])
  func mergesToWhatOneWouldHold(count: Int, parts: Int) {
    var random = SeededGenerator(state: 9)
    let values = (0..<count).map { _ in Int64(random.next() >> 30) }
    var merged = QuantileSketch()
    for part in 0..<parts {
      var sketch = QuantileSketch()
      for index in stride(from: part, to: count, by: parts) { sketch.add(values[index]) }
      merged.merge(sketch)
    }
    merged.merge(QuantileSketch())
    var whole = QuantileSketch()
    for value in values { whole.add(value) }
    #expect(merged.quantiles == whole.quantiles)
    #expect(merged.distribution == whole.distribution)
  }
}

extension Array {
  /// Shuffled, in the same way every time.
  func shuffledBySeed() -> Array {
    var random = SeededGenerator(state: 8)
    return shuffled(using: &random)
  }
}
