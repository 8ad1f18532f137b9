import CaptureFormats
import Findings
import Testing
import TrafficAnalysis

struct TrafficGapTests {
  private func found(
    silent: Range<Int>, usual: UInt64 = 20, count: Int = 200, every step: Int = 0
  ) -> [Finding] {
    var snapshot = Snapshot()
    snapshot.timeline.binNanoseconds = 1_000_000_000
    snapshot.timeline.start = Timestamp(nanoseconds: 1_700_000_000_000_000_000)
    snapshot.timeline.packets = (0..<count).map { bin in
      silent.contains(bin) || step > 0 && bin % step == 0 ? 0 : usual
    }
    return TrafficGap.findings(in: FindingContext(snapshot))
  }

  @Test func findsFiveSecondsOfSilence() throws {
    let finding = try #require(found(silent: 100..<105).first)
    #expect(finding.measured == 5 && finding.severity == .note)
    #expect(
      finding.filter
        == "frame.time_epoch >= 1700000099.000000000 && frame.time_epoch < 1700000106.000000000")
    #expect(found(silent: 100..<104).isEmpty)
  }

  @Test func saysNothingWhereSilenceIsUsual() {
    #expect(found(silent: 100..<105, usual: 19).isEmpty)
    #expect(found(silent: 100..<110).isEmpty)
    #expect(found(silent: 100..<105, every: 15).isEmpty)
  }
}
