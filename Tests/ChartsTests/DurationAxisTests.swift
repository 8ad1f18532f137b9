import Charts
import Testing

@Suite struct DurationAxisTests {
  @Test func endsAtRoundDurationsAroundTheData() {
    let axis = DurationAxis(from: 120_000, to: 57_000_000, count: 20)
    #expect(axis.ticks.first == 100_000 && axis.ticks.last == 100_000_000)
    #expect(axis.fraction(100_000) == 0 && axis.fraction(100_000_000) == 1)
    #expect(abs(axis.fraction(1_000_000) - 1.0 / 3) < 1e-9)
  }

  @Test func hasEveryDigitOfAShortSpan() {
    let axis = DurationAxis(from: 210_000, to: 278_000, count: 20)
    #expect(axis.ticks == [200_000, 300_000, 400_000, 500_000])
    #expect(DurationAxis(from: 3_000, to: 3_000, count: 4).ticks == [2_000, 5_000])
  }

  @Test func hasOnlyPowersOfTenWhereThereAreMany() {
    let axis = DurationAxis(from: 1_000, to: 900_000_000_000, count: 12)
    #expect(axis.ticks.count <= 12 && axis.ticks.contains(1_000_000))
    #expect(axis.ticks.allSatisfy { String($0).allSatisfy { $0 == "1" || $0 == "0" } })
  }

  @Test(arguments: [(0, 0), (5, 5), (.min, .max), (.max, .max), (.max, .min)] as [(Int64, Int64)])
  func isAScaleOfAnything(least: Int64, most: Int64) {
    for count in [0, 1, 5, 100] {
      let axis = DurationAxis(from: least, to: most, count: count)
      #expect(axis.ticks.count >= 2)
      for value in [least, most, 1, 1_000] as [Int64] {
        #expect((0...1).contains(axis.fraction(value)))
      }
    }
  }
}
