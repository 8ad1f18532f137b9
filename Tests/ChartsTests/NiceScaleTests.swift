import Charts
import Testing

@Suite struct NiceScaleTests {
  @Test func stepsByOneTwoOrFive() {
    #expect(NiceScale(upTo: 93).ticks == [0, 20, 40, 60, 80, 100])
    #expect(NiceScale(upTo: 12.4e6).step == 5e6)
    #expect(NiceScale(upTo: 0.7).step == 0.2)
    #expect(NiceScale(upTo: 5).ticks == [0, 1, 2, 3, 4, 5])
  }

  @Test func neverSplitsWhatIsCounted() {
    #expect(NiceScale(upTo: 1, isWhole: true).ticks == [0, 1])
    #expect(NiceScale(upTo: 3, isWhole: true).ticks == [0, 1, 2, 3])
  }

  @Test(arguments: [0, -1, 1e-12, 1, 1e6, 1e18, 1e300, .infinity, .nan])
  func reachesTheMaximumInFewSteps(maximum: Double) {
    let scale = NiceScale(upTo: maximum, limit: 4)
    #expect(scale.ticks.allSatisfy { $0.isFinite })
    #expect((1...4).contains(scale.steps))
    if maximum.isFinite, maximum < 1e300 { #expect(scale.top >= maximum * (1 - 1e-9)) }
  }
}
