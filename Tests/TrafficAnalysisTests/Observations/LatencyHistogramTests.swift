import Testing
import TrafficAnalysis

struct LatencyHistogramTests {
  @Test(arguments: [1, 3, 4, 5, 7, 8, 900, 10_000, 1_234_567, 5_000_000] as [Int64])
  func isRightToAFifth(_ microseconds: Int64) throws {
    var histogram = LatencyHistogram()
    histogram.add(microseconds * 1000)
    let found = try #require(histogram.quantile(0.5))
    #expect(found <= microseconds * 1000)
    #expect(Double(found) >= Double(microseconds * 1000) * 0.8)
  }

  @Test func countsUpToAShare() {
    var histogram = LatencyHistogram()
    #expect(histogram.quantile(0.5) == nil)
    for _ in 0..<19 { histogram.add(1_000_000) }
    var late = LatencyHistogram()
    late.add(4_096_000_000)
    histogram.merge(late)
    #expect(histogram.count == 20)
    #expect(histogram.quantile(0.95) == 896_000)
    #expect(histogram.quantile(0.96) == 3_670_016_000)
  }

  @Test func takesAnyTime() {
    var histogram = LatencyHistogram()
    histogram.add(.min)
    #expect(histogram.quantile(1) == 0)
    histogram.add(.max)
    #expect(histogram.quantile(1)! > 3_600_000_000_000)
  }
}
