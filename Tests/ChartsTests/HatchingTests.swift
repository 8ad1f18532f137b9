import Charts
import Testing

@Suite struct HatchingTests {
  @Test func tellsEachColourOfPaperFromTheOthers() {
    let hatchings = Theme.paper.series.map(\.hatching)
    #expect(Set(hatchings).count == hatchings.count)
    #expect(Theme.light.series.allSatisfy { $0.hatching == nil })
  }

  @Test(arguments: Hatching.allCases)
  func crossesTheWholeShape(hatching: Hatching) {
    let rect = Rect(x: 13, y: 29, width: 50, height: 20)
    let lines = hatching.lines(across: rect)
    #expect(lines.count > 3)
    for line in lines {
      let isAcross =
        line.from.y == rect.minY && line.to.y == rect.maxY
        || line.from.x == rect.minX && line.to.x == rect.maxX
      #expect(isAcross)
    }
  }

  /// Bins of a chart lie side by side.
  @Test func goesOnInTheShapeBeside() {
    let left = Hatching.upright.lines(across: Rect(x: 0, y: 0, width: 10, height: 5))
    let right = Hatching.upright.lines(across: Rect(x: 10, y: 0, width: 10, height: 5))
    let both = Hatching.upright.lines(across: Rect(x: 0, y: 0, width: 20, height: 5))
    #expect((left + right).map(\.from) == both.map(\.from))
  }

  @Test func isBoundedOnAnythingVast() {
    #expect(Hatching.level.lines(across: Rect(x: 0, y: 0, width: 1, height: 1e9)).count <= 2_000)
  }
}
