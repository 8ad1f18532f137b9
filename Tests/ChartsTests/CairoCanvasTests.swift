import Charts
import Testing

@Suite struct CairoCanvasTests {
  private static func document(date: String = "2024-05-01T10:32:05Z") throws -> [UInt8] {
    var canvas = CairoCanvas(pdf: .a4)
    canvas.setMetadata(PDFMetadata(title: "Täst (1)", author: "Jo", date: date))
    canvas.begin(.document)
    canvas.begin(.heading1)
    canvas.text("Heading", at: Point(50, 60), TextStyle(size: 18, weight: .semibold))
    canvas.end(.heading1)
    let parent = canvas.addOutline("First \u{202E}", to: .page(1, Point(0, 0)))
    canvas.addOutline("Second", below: parent, to: .destination("it's"))
    canvas.link(Rect(x: 50, y: 40, width: 90, height: 20), to: .destination("it's"))
    canvas.showPage()
    canvas.setPageSize(.letter)
    canvas.markDestination("it's", at: Point(0, 50))
    canvas.link(Rect(x: 5, y: 4, width: 9, height: 2), to: .uri("https://example.org/'ä"))
    canvas.fill(Rect(x: 10, y: 10, width: 100, height: 100), Color(0xFF0000).opacity(0.5))
    canvas.end(.document)
    canvas.showPage()
    return try canvas.finish()
  }

  private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    String(decoding: bytes, as: Unicode.ASCII.self).contains(text)
  }

  @Test func writesTheGivenDateAndNoOther() throws {
    let pdf = try Self.document()
    #expect(contains(pdf, "/CreationDate (20240501103205") || contains(pdf, "(D:20240501103205Z"))
    #expect(try pdf == Self.document())
    #expect(try pdf != Self.document(date: "2023-05-01T10:32:05Z"))
  }

  @Test func hasOutlineLinksAndPagesOfTheirOwnSize() throws {
    let pdf = try Self.document()
    for text in ["/Outlines", "/Link", "/StructTreeRoot", "595.28", "[ 0 0 612 792 ]"] {
      #expect(contains(pdf, text), "\(text)")
    }
  }

  @Test func everySurfaceGivesTheSameBytesAgainAndOnOtherThreads() async throws {
    let charts = ChartCatalog.charts(for: SampleSnapshots.normal)
    let draw: @Sendable () throws -> [[UInt8]] = {
      try charts.flatMap { chart in
        let figure = ChartFigure(chart)
        return [
          try figure.png(theme: .dark, size: Size(400, 200), scale: 1),
          try figure.svg(theme: .light),
          try figure.pdf(theme: .paper, date: "2024-05-01T10:32:05Z"),
        ]
      }
    }
    let expected = try draw()
    try await withThrowingTaskGroup { group in
      for _ in 0..<4 { group.addTask { try draw() } }
      for try await files in group { #expect(files == expected) }
    }
  }

  @Test func drawsHostileSnapshotsOnEverySurface() throws {
    for sample in SampleSnapshots.all {
      for chart in ChartCatalog.charts(for: sample.snapshot) {
        let figure = ChartFigure(chart)
        let png = try figure.png(theme: .light, size: Size(400, 200), scale: 1)
        #expect(png.starts(with: [0x89, 0x50]))
        #expect(try !figure.pdf(theme: .paper, date: "2024-05-01T10:32:05Z").isEmpty)
      }
    }
  }

  @Test func refusesAnImageOfWhatIsNone() {
    #expect(throws: CairoError.self) { try CairoCanvas(pdf: .a4).png() }
  }
}
