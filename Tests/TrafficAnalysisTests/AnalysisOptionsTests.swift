import Testing
import TrafficAnalysis

/// Bounds follow from the memory that an analysis may take.
struct AnalysisOptionsTests {
  @Test func followOrdinaryTrafficWhollyByDefault() {
    let options = AnalysisOptions()
    #expect(options.memory == 1 << 30)
    #expect(options.maxFlows > 1_000_000)
    #expect(options.maxHosts > 750_000)
    #expect(options.maxNames > 90_000)
    #expect(options.maxPaneFlows == 32_768)
  }

  @Test func growWithTheMemory() {
    var before = AnalysisOptions(memory: 0)
    for shift in 10..<40 {
      let options = AnalysisOptions(memory: 1 << shift)
      #expect(options.maxFlows >= before.maxFlows && options.maxHosts >= before.maxHosts)
      #expect(options.maxNames >= before.maxNames && options.maxFlows <= 2_000_000)
      #expect(options.maxFlows * 320 <= max(1 << shift, 16 * 320))
      before = options
    }
  }

  @Test func promiseAtMost250BytesForATCPFlow() {
    #expect(AnalysisOptions.flowByteCount <= 250)
    // Two lines of the cache.
    #expect(AnalysisOptions.recordByteCount == 128)
    #expect(AnalysisOptions.detailByteCount <= 352)
  }

  @Test func boundEveryTable() {
    let options = AnalysisOptions(memory: 0)
    #expect(options.maxFlows == 16 && options.maxNames == 16 && options.maxStreams == 16)
    #expect(options.maxStreamBytes == 16 && options.maxFragments == 16)
    #expect(options.maxTCPDetails == 16 && options.maxUnacknowledged == 16)
  }
}
