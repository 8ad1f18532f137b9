import CaptureFormats
import Charts
import Testing
import TrafficAnalysis

@Suite struct TimeBinsTests {
  @Test func joinsBinsAtMultiplesOfTheirWidth() throws {
    var timeline = Timeline()
    timeline.start = Timestamp(nanoseconds: timeline.binNanoseconds * 5)
    timeline.packets = [UInt64](repeating: 1, count: 1_000)
    let bins = try #require(TimeBins(timeline))
    #expect(bins.nanoseconds == Int128(timeline.binNanoseconds) * 4)
    #expect(bins.start.nanoseconds == timeline.binNanoseconds * 4)
    let sums = bins.sums(timeline.packets)
    #expect(sums.count <= 280)
    #expect(sums.first == 3)
    #expect(sums.reduce(0, +) == 1_000)
  }

  @Test func hasNoneWithoutPackets() { #expect(TimeBins(Timeline()) == nil) }

  @Test(arguments: [Int64.min, -1, 0, 1, .max])
  func survivesAnyWidthAndStart(value: Int64) throws {
    var timeline = Timeline()
    timeline.packets = [UInt64](repeating: .max, count: 2_048)
    timeline.binNanoseconds = value
    timeline.start = Timestamp(nanoseconds: value)
    let bins = try #require(TimeBins(timeline))
    #expect(bins.sums(timeline.packets).count == bins.count)
    #expect(bins.time(0) <= bins.time(bins.count))
    #expect(!bins.widthText.isEmpty)
  }
}
