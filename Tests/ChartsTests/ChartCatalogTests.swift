import CaptureFormats
import Charts
import Testing
import TrafficAnalysis
import Wording

/// What every chart must keep, whatever the snapshot.
@Suite struct ChartCatalogTests {
  private static let samples = SampleSnapshots.all.map(\.name)

  private func charts(_ name: String) -> [any ChartContent] {
    let snapshot = SampleSnapshots.all.first { $0.name == name }?.snapshot ?? Snapshot()
    let marks = SampleSnapshots.marks(snapshot).map { mark in
      TimeMark(
        time: Timestamp(nanoseconds: mark.nanoseconds), label: "\(mark.label)",
        tone: [.error, .warning, .note][mark.severity])
    }
    let whole = TimeMark(time: nil, label: "12 packets dropped", tone: .warning)
    return ChartCatalog.charts(for: snapshot, options: ChartOptions(marks: marks + [whole]))
  }

  @Test func namesEveryChartOnce() {
    #expect(Set(ChartCatalog.ids).count == ChartCatalog.ids.count)
    #expect(ChartCatalog.ids.allSatisfy { $0.allSatisfy { $0.isLetter || $0 == "-" } })
  }

  @Test func saysThatThereIsNothingToShow() {
    let always = ChartCatalog.all.filter { $0.isShownEmpty }.map { $0.id }
    #expect(charts("empty").map(\.id) == always)
    for chart in charts("empty") {
      #expect(chart.title == "No packets in the capture" && chart.size.height < 100)
      #expect(chart.table.rows.isEmpty)
    }
  }

  @Test func showsAllOfAnOrdinaryCaptureAndOfOnePacket() {
    #expect(charts("normal").map(\.id) == ChartCatalog.ids)
    #expect(charts("one-packet").count == ChartCatalog.all.count { $0.isShownEmpty })
  }

  @Test func drawsEachChartAloneOrSaysWhyNot() {
    for chart in ChartCatalog.all {
      #expect(ChartCatalog.chart(chart.id, for: SampleSnapshots.normal)?.id == chart.id)
      var snapshot = Snapshot()
      snapshot.capture.packets = 1
      #expect(ChartCatalog.chart(chart.id, for: snapshot)?.title == chart.absence)
    }
    #expect(ChartCatalog.chart("no-chart", for: SampleSnapshots.normal) == nil)
  }

  @Test(arguments: samples)
  func drawsWithinItsAreaAtAnySize(sample: String) {
    for chart in charts(sample) {
      for size in [chart.size, Size(500, 150), Size(320, 200)] {
        let area = Rect(x: 100, y: 50, width: size.width, height: size.height)
        var canvas = RecordingCanvas()
        chart.draw(on: &canvas, in: area, theme: .paper)
        let margin = 8.0  // a mark on the edge, a letter's foot
        for point in canvas.points {
          #expect(point.x >= area.minX - margin && point.x <= area.maxX + margin, "\(chart.id)")
          #expect(point.y >= area.minY - margin && point.y <= area.maxY + margin, "\(chart.id)")
        }
        #expect(!canvas.texts.isEmpty && canvas.depth == 0)
      }
    }
  }

  @Test(arguments: samples)
  func survivesAreasWithoutRoom(sample: String) {
    for chart in charts(sample) {
      for size in [Size(40, 40), Size(1, 1), Size(0, 0)] {
        var canvas = RecordingCanvas()
        chart.draw(on: &canvas, in: Rect(size), theme: .light)
        #expect(canvas.points.allSatisfy { $0.x.isFinite && $0.y.isFinite }, "\(chart.id)")
      }
    }
  }

  @Test(arguments: samples)
  func hotspotsLieWithinTheArea(sample: String) {
    for chart in charts(sample) {
      let figure = ChartFigure(chart)
      let size = figure.size
      let hotspots = figure.hotspots(in: Rect(size))
      #expect(!hotspots.isEmpty && hotspots.count <= 300)
      for hotspot in hotspots {
        #expect(!hotspot.title.text.isEmpty && hotspot.title.text.count <= 260)
        #expect(hotspot.polygon.count > 2)
        for point in hotspot.polygon {
          #expect(point.x >= -0.01 && point.x <= size.width + 0.01, "\(chart.id)")
          #expect(point.y >= -0.01 && point.y <= size.height + 0.01, "\(chart.id)")
        }
      }
    }
  }

  @Test(arguments: samples)
  func saysInWordsWhatItShows(sample: String) {
    for chart in charts(sample) {
      for text in [chart.title, chart.subtitle, chart.alternativeText].map(\.text) {
        #expect(!text.isEmpty && text.count < 4_000)
        #expect(PlainText(text).string == text, "\(chart.id)")
      }
      #expect(chart.title.text.count < 200 && chart.alternativeText.text.contains(chart.title.text))
      #expect(chart.table.rows.isEmpty == chart.table.headers.isEmpty)
      #expect(chart.table.rows.allSatisfy { $0.count == chart.table.headers.count })
      let cells = chart.table.rows.joined()
      #expect(cells.allSatisfy { PlainText($0.text).string == $0.text })
    }
  }
}
