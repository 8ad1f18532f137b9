import CaptureFormats
import Findings
import Testing
import TrafficAnalysis

struct TrafficSpikeTests {
  private func found(_ packets: [UInt64]) -> [Finding] {
    var snapshot = Snapshot()
    snapshot.timeline.binNanoseconds = 1_000_000_000
    snapshot.timeline.start = Timestamp(nanoseconds: 1_700_000_000_000_000_000)
    snapshot.timeline.packets = packets
    return TrafficSpike.findings(in: FindingContext(snapshot))
  }

  private func steady(_ usual: UInt64, with packets: UInt64, count: Int = 62) -> [UInt64] {
    var bins = (0..<count).map { usual + UInt64($0 % 5) }
    bins[30] = packets
    return bins
  }

  @Test func findsTenTimesTheUsual() throws {
    let finding = try #require(found(steady(100, with: 1020)).first)
    #expect(finding.measured == 10 && finding.severity == .note)
    #expect(
      finding.filter
        == "frame.time_epoch >= 1700000030.000000000 && frame.time_epoch < 1700000031.000000000")
    #expect(found(steady(100, with: 1019)).isEmpty)
  }

  @Test func needsAThousandPacketsAMinuteAndAQuietBackground() {
    #expect(found(steady(10, with: 999)).isEmpty)
    #expect(found(steady(100, with: 5000, count: 61)).isEmpty)
    var bursts = (0..<100).map { $0 % 3 == 0 ? 200 : UInt64(20 + $0) }
    bursts[50] = 5000
    #expect(found(bursts).isEmpty)
  }

  @Test func leavesOutTheFirstAndTheLastBin() {
    var bins = steady(100, with: 100)
    bins[0] = 5000
    bins[61] = 5000
    #expect(found(bins).isEmpty)
  }
}
