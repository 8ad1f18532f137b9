/// The sign of whoever sends a report, small and harmless.
///
/// Whatever is given becomes pixels on white paper once, when it is read. No page and no PDF holds
/// anything of the file itself: no script of an SVG, nothing that it would load, no metadata.
package struct Logo: Hashable, Sendable {
  package static let byteLimit = 1 << 20
  /// The room for it, on the page and on paper.
  private static let bounds = Size(180, 44)
  /// Pixels for a point: 288 for an inch.
  private static let scale = 4.0

  /// A PNG of our own making.
  package let png: [UInt8]
  /// How large it is shown, in points.
  package let size: Size

  /// From the bytes of a PNG or SVG file, which its content tells.
  package init(_ file: [UInt8]) throws(LogoError) {
    guard file.count <= Self.byteLimit else { throw .tooLarge }
    if PNGPicture.isPNG(file) {
      let picture = try PNGPicture(file)
      self = try Self.drawn(picture.size) { canvas, size in canvas.draw(picture, in: size) }
    } else if SVGPicture.isSVG(file) {
      let picture = try SVGPicture(file)
      self = try Self.drawn(picture.size) { canvas, size throws(LogoError) in
        try unsafe picture.draw(on: canvas.context, size)
      }
    } else {
      throw .unknown
    }
  }

  private init(png: [UInt8], size: Size) {
    self.png = png
    self.size = size
  }

  private static func drawn(
    _ natural: Size, _ draw: (inout CairoCanvas, Size) throws(LogoError) -> Void
  ) throws(LogoError) -> Logo {
    let factor = min(bounds.width / natural.width, bounds.height / natural.height)
    // What is thinner than a point is still drawn, and seen.
    let size = Size(max(natural.width * factor, 1), max(natural.height * factor, 1))
    var canvas = CairoCanvas(image: size, scale: scale)
    try draw(&canvas, size)
    do throws(CairoError) {
      return Logo(png: try canvas.png(), size: size)
    } catch {
      throw LogoError("the picture cannot be drawn: \(error)")
    }
  }
}
