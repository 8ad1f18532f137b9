import CaptureFormats
import Charts
import Testing
import TrafficAnalysis
import Wording

/// What charts over time point out.
@Suite struct TimeMarksTests {
  private func mark(_ bin: Int, _ label: String, _ tone: Tone = .error) -> TimeMark {
    let timeline = SampleSnapshots.normal.timeline
    let offset = timeline.binNanoseconds * Int64(bin)
    return TimeMark(
      time: Timestamp(nanoseconds: timeline.start.nanoseconds + offset), label: "\(label)",
      tone: tone)
  }

  private func chart(_ id: String, _ marks: [TimeMark]) throws -> any ChartContent {
    let options = ChartOptions(marks: marks)
    return try #require(ChartCatalog.chart(id, for: SampleSnapshots.normal, options: options))
  }

  private func texts(_ chart: any ChartContent) -> [(string: String, at: Point)] {
    var canvas = RecordingCanvas()
    chart.draw(on: &canvas, in: Rect(chart.size), theme: .light)
    return canvas.texts
  }

  @Test(arguments: ["packet-rate", "bit-rate", "tcp-retransmissions"])
  func areLabelledAboveTheDiagramAndToldInWords(id: String) throws {
    let chart = try chart(id, [mark(900, "Late one", .note), mark(100, "Early one", .warning)])
    let plain = try self.chart(id, [])
    let (early, late) = (
      try #require(texts(chart).first { $0.string == "Early one" }),
      try #require(texts(chart).first { $0.string == "Late one" })
    )
    #expect(early.at.x < late.at.x)
    #expect(chart.size.height > plain.size.height)
    let text = chart.alternativeText.text
    #expect(text.contains("Marked: Early one, warning, at 10:32:01"))
    #expect(text.contains("; Late one, note, at 10:32:04"), "\(text)")
    #expect(!plain.alternativeText.text.contains("Marked"))
  }

  @Test func thatSayTheSameOfOneMomentAreOne() throws {
    let chart = try chart("packet-rate", [mark(500, "Lost"), mark(501, "Lost"), mark(900, "Lost")])
    let labels = texts(chart).map(\.string).filter { $0.hasPrefix("Lost") }
    #expect(labels == ["Lost (2)", "Lost"])
  }

  @Test func goThroughNoLabelOfThePeak() throws {
    let timeline = SampleSnapshots.normal.timeline
    let bins = try #require(TimeBins(timeline))
    let sums = bins.sums(timeline.packets)
    let highest = try #require(sums.firstIndex(of: sums.max() ?? 0))
    let peak = highest * timeline.packets.count / bins.count
    let free = try chart("packet-rate", [])
    #expect(texts(free).contains { $0.string.hasPrefix("peak ") })
    let x = try #require(texts(free).first { $0.string.hasPrefix("peak ") }).at.x
    let crossed = try chart("packet-rate", [mark(peak + 30, "Behind")])
    #expect(try #require(texts(crossed).first { $0.string.hasPrefix("peak ") }).at.x < x)
    let both = try chart("packet-rate", [mark(peak + 30, "Behind"), mark(peak - 30, "Before")])
    #expect(!texts(both).contains { $0.string.hasPrefix("peak ") })
  }

  @Test func outsideOfTheDiagramAreNotThere() throws {
    let chart = try chart("packet-rate", [mark(-900, "Before"), mark(9_000, "After")])
    #expect(!texts(chart).contains { ["Before", "After"].contains($0.string) })
    #expect(!chart.alternativeText.text.contains("Marked"))
  }

  @Test func ofNoTimeStandInTheSubtitle() throws {
    let whole = TimeMark(time: nil, label: "12 packets dropped", tone: .warning)
    #expect(try chart("packet-rate", [whole]).subtitle.text.hasSuffix("; 12 packets dropped"))
  }

  @Test func thatHaveNoRoomAreStillToldInWords() throws {
    let marks = (0..<20).map { mark(500 + $0 * 30, "Number \($0) of a long list of things") }
    let chart = try chart("packet-rate", marks)
    #expect(texts(chart).count { $0.string.hasPrefix("Number") } < 20)
    #expect(chart.alternativeText.text.contains("; 12 more."))
  }

  @Test func holdNoTextThatCouldHarm() {
    let mark = TimeMark(time: nil, label: "\u{202E}evil\n", tone: .note)
    #expect(
      mark.label.text == PlainText(mark.label.text).string && mark.label.text.contains("202E"))
  }
}
