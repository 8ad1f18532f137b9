import Charts
import Testing

@Suite struct SparklineTests {
  @Test func scalesToTheHighestAndShowsTheLeast() throws {
    let line = try #require(Sparkline([0, 1, 500, 1_000, 250]))
    #expect(line.heights == [0, 1, 6, 12, 3])
    #expect(line.text == "·▁▄█▂")
  }

  @Test func hasNothingToShowOfNothing() {
    #expect(Sparkline([]) == nil && Sparkline([5]) == nil && Sparkline([0, 0]) == nil)
    #expect(Sparkline([1, .infinity]) == nil && Sparkline([.nan, .nan]) == nil)
  }

  @Test func neverHasMoreColumnsThanFit() throws {
    let line = try #require(Sparkline((0..<500).map(Double.init)))
    #expect(line.heights.count == Sparkline.columnLimit)
    let values: [Double] = [.greatestFiniteMagnitude, .leastNonzeroMagnitude, -1, .nan]
    #expect(try #require(Sparkline(values)).heights == [12, 1, 0, 0])
  }

  @Test func hasAnOutlineWithoutNeedlessCorners() throws {
    let line = try #require(Sparkline([12, 12, 0, 0, 12]))
    #expect(
      line.outline == [
        Point(0, 0), Point(0, 0), Point(0, 12), Point(2, 12), Point(2, 0), Point(4, 0),
        Point(4, 12), Point(5, 12), Point(5, 0),
      ])
  }

  @Test func drawsOneShapeWithinItsPlace() throws {
    var canvas = RecordingCanvas()
    let rect = Rect(x: 10, y: 20, width: 50, height: 12)
    try #require(Sparkline([1, 2, 3])).draw(on: &canvas, in: rect, Theme.light.accent)
    #expect(canvas.fills.count == 1 && canvas.texts.isEmpty)
    for point in canvas.points {
      #expect((10...60).contains(point.x) && (20...32).contains(point.y))
    }
  }
}
