import Charts
import Testing

@Suite struct LogoTests {
  /// A PNG of our own: any chart would do.
  private static func png(_ width: Double, _ height: Double) throws -> [UInt8] {
    try CairoCanvas(image: Size(width, height), background: Color(0x0A58A6)).png()
  }

  private func svg(_ content: String, _ attributes: String = "width='90' height='30'") -> [UInt8] {
    Array(
      """
      <?xml version="1.0"?><!-- a logo -->
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      \(attributes)>\(content)</svg>
      """.utf8)
  }

  @Test(arguments: [(900.0, 300.0, 132.0, 44.0), (10, 10, 44, 44), (1_000, 10, 180, 1.8)])
  func keepsItsShapeWithinItsRoom(
    width: Double, height: Double, shownWidth: Double, shownHeight: Double
  ) throws {
    let logo = try Logo(Self.png(width, height))
    #expect(abs(logo.size.width - shownWidth) < 0.01)
    #expect(abs(logo.size.height - shownHeight) < 0.01)
    #expect(logo.png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func drawsAnSVG() throws {
    let red = try Logo(svg("<rect width='90' height='30' fill='#f00'/>"))
    let blue = try Logo(svg("<rect width='90' height='30' fill='#00f'/>"))
    #expect(red.size == Size(132, 44))
    #expect(red.png != blue.png)
    let box = try Logo(svg("<rect width='9' height='3'/>", "viewBox='0 0 9 3'"))
    #expect(box.size == red.size)
  }

  @Test func runsAndLoadsNothing() throws {
    let plain = try Logo(svg("<rect width='90' height='30' fill='#fff'/>"))
    let hostile = [
      "<script>while(true){}</script>",
      "<image width='90' height='30' xlink:href='file:///usr/share/pixmaps/debian-logo.png'/>",
      "<image width='90' height='30' xlink:href='http://192.0.2.1/x.png'/>",
      "<style>@import url(http://192.0.2.1/x.css);</style>",
      "<a xlink:href='javascript:alert(1)'></a>",
    ]
    for content in hostile { #expect(try Logo(svg(content)).png == plain.png, "\(content)") }
  }

  @Test func readsNoEntityOfAFile() throws {
    let text = """
      <!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text y="20">&x;</text></svg>
      """
    let plain = try Logo(svg(""))
    if let logo = try? Logo(Array(text.utf8)) { #expect(logo.png == plain.png) }
  }

  @Test func refusesWhatTakesTooLong() {
    var content = "<g id='a0'><rect width='1' height='1'/></g>"
    for level in 1...12 {
      let uses = String(repeating: "<use xlink:href='#a\(level - 1)'/>", count: 10)
      content += "<g id='a\(level)'>\(uses)</g>"
    }
    #expect(throws: LogoError.self) { try Logo(svg(content)) }
  }

  @Test func refusesWhatIsNoPicture() throws {
    var huge = try Self.png(4, 4)
    huge.replaceSubrange(16..<20, with: [0x7F, 0xFF, 0xFF, 0xFF])
    let png = try Self.png(200, 100)
    let bad: [([UInt8], String)] = [
      ([], "neither a PNG nor an SVG"), (Array("GIF89a".utf8), "neither a PNG nor an SVG"),
      ([UInt8](repeating: 0, count: Logo.byteLimit + 1), "at most 1024 KiB"),
      (huge, "2147483647 × 4 pixels"), (Array(png.prefix(20)), "ends before its header"),
      (Array(png.prefix(png.count / 2)), "damaged"), (Array("<svg".utf8), "damaged"),
      (svg("", ""), "no size"), (svg("", "width='0' height='0'"), "no size"),
    ]
    for (file, reason) in bad {
      let error = #expect(throws: LogoError.self) { try Logo(file) }
      #expect(error?.description.contains(reason) == true, "\(reason)")
    }
  }
}
