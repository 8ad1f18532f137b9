import CaptureFormats
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis

struct TimelineBuilderTests {
  static func timeline(_ times: [Int64], parts: Int = 1) -> Timeline {
    var merged = TimelineBuilder()
    for part in 0..<parts {
      var builder = TimelineBuilder()
      for index in stride(from: part, to: times.count, by: parts) {
        builder.add(
          Timestamp(nanoseconds: times[index]), bytes: UInt64(index + 1),
          protocol: (index % 3 == 0 ? ProtocolID.tcp : .udp).rawValue)
      }
      merged.merge(builder)
    }
    return merged.timeline()
  }

  static func expectWhole(_ timeline: Timeline, count: Int) {
    let bytes = UInt64(count * (count + 1) / 2)
    #expect(timeline.packets.reduce(0, +) == UInt64(count))
    #expect(timeline.bytes.reduce(0, +) == bytes)
    #expect(timeline.byProtocol.flatMap(\.bytes).reduce(0, +) == bytes)
    #expect(timeline.packets.count <= TimelineBuilder.binLimit)
    #expect((timeline.packets.first ?? 0) > 0 && (timeline.packets.last ?? 0) > 0)
  }

  @Test func isEmptyWithoutPackets() {
    let timeline = Self.timeline([])
    #expect(timeline.packets.isEmpty && timeline.byProtocol.isEmpty)
  }

  @Test func beginsBinsAtMultiplesOfTheirWidth() {
    let timeline = Self.timeline([1_000_000_000, 1_001_953_124, 1_001_953_125, 1_009_765_624])
    #expect(timeline.binNanoseconds == TimelineBuilder.finestBin)
    #expect(timeline.start.nanoseconds == 1_000_000_000)
    #expect(timeline.packets == [2, 1, 0, 0, 1])
    #expect(timeline.bytes == [3, 3, 0, 0, 4])
    #expect(timeline.byProtocol.map(\.name) == ["tcp", "udp"])
  }

  @Test(arguments: [1, 10, 1000, 100_000, 10_000_000])
  func doublesTheWidthUntilTheDurationFits(seconds: Int64) {
    let times = (0..<100).map { 1_700_000_000_000_000_000 + $0 * seconds * 10_000_000 }
    let timeline = Self.timeline(times)
    Self.expectWhole(timeline, count: 100)
    let halves = seconds * 990_000_000 / (timeline.binNanoseconds / 2)
    #expect(
      timeline.binNanoseconds == TimelineBuilder.finestBin
        || halves >= TimelineBuilder.binLimit - 1)
    #expect(timeline.start.nanoseconds % timeline.binNanoseconds == 0)
  }

  @Test func takesEarlierPackets() {
    let times: [Int64] = [5_000_000_000, 4_990_000_000, 1_000_000_000, 0, 5_000_000_000]
    let timeline = Self.timeline(times)
    Self.expectWhole(timeline, count: 5)
    #expect(timeline.start.nanoseconds == 0)
    #expect(timeline.packets.last == 2)
  }

  @Test func takesTimesBeforeNineteenSeventy() {
    let timeline = Self.timeline([-1, 0, -1_953_125, -1_953_126])
    #expect(timeline.start.nanoseconds == -3_906_250)
    #expect(timeline.packets == [1, 2, 1])
  }

  @Test(
    arguments: [
      [.max], [.min], [.min, .max], [.max, .min], [0, .max], [.min, 0, .max],
      [.max, .max - 1, .max],
      [.min, .min + 1], [-1, .min, 1, .max, 0],
    ] as [[Int64]], [1, 2, 3])
  func takesTheExtremesOfTime(times: [Int64], parts: Int) {
    Self.expectWhole(Self.timeline(times, parts: parts), count: times.count)
  }

  @Test(arguments: [1_000_000, 1 << 33, 1 << 45, 1 << 55, 1 << 62] as [Int64], [2, 3, 8])
  func mergesToWhatOneWouldHold(span: Int64, parts: Int) {
    var random = SeededGenerator(state: UInt64(span))
    let times = (0..<500).map { _ in Int64(bitPattern: random.next()) % span }
    let one = Self.timeline(times)
    let merged = Self.timeline(times, parts: parts)
    Self.expectWhole(one, count: 500)
    #expect(merged.binNanoseconds == one.binNanoseconds)
    #expect(merged.start == one.start)
    #expect(merged.packets == one.packets)
    #expect(merged.bytes == one.bytes)
    #expect(merged.byProtocol.map(\.bytes) == one.byProtocol.map(\.bytes))
  }

  @Test func takesPacketsAfterAMerge() {
    var builder = TimelineBuilder()
    var other = TimelineBuilder()
    builder.add(Timestamp(nanoseconds: 1_000_000_000), bytes: 1, protocol: ProtocolID.tcp.rawValue)
    other.add(Timestamp(nanoseconds: 990_000_000), bytes: 2, protocol: ProtocolID.tcp.rawValue)
    builder.merge(other)
    builder.add(Timestamp(nanoseconds: 1_000_000_000), bytes: 4, protocol: ProtocolID.tcp.rawValue)
    #expect(builder.timeline().bytes == [2, 0, 0, 0, 0, 0, 5])
  }

  @Test func findsItsPlaceInAWiderTimeline() {
    var events = TimelineBuilder()
    let seconds: [Int64] = [100, 100, 101, 180]
    for second in seconds {
      events.add(Timestamp(seconds: second), bytes: 0, protocol: ProtocolID.tcp.rawValue)
    }
    let whole = Self.timeline([50, 100, 400, 4_000].map { $0 * 1_000_000_000 })
    let counts = events.packets(on: whole)
    let bin = { (second: Int64) in
      Int((second * 1_000_000_000 - whole.start.nanoseconds) / whole.binNanoseconds)
    }
    #expect(counts.count == whole.packets.count && counts.reduce(0, +) == 4)
    #expect(counts[bin(180)] == 1 && counts[bin(100)] + counts[bin(101)] >= 3)
  }

  @Test func hasNoPlaceInATimelineOfAnotherTime() {
    var events = TimelineBuilder()
    events.add(Timestamp(seconds: 0), bytes: 0, protocol: ProtocolID.tcp.rawValue)
    #expect(events.packets(on: Self.timeline([5_000_000_000])).allSatisfy { $0 == 0 })
    #expect(TimelineBuilder().packets(on: Self.timeline([1])).isEmpty)
    events.add(Timestamp(seconds: 50_000), bytes: 0, protocol: ProtocolID.tcp.rawValue)
    #expect(events.packets(on: Self.timeline([5_000_000_000])).isEmpty)
  }
}
