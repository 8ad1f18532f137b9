/// An image of at most 256 colours, as one byte a pixel.
///
/// A chart has a dozen colours and hundreds of shades at the edges of its letters and lines. Shades
/// that nobody can tell apart share an entry of the palette: a third of the bytes to compress.
struct IndexedImage {
  /// Red, green and blue of every colour.
  let palette: [UInt8]
  /// Rows as PNG has them: filter None, then an index for every pixel.
  let rows: [UInt8]

  /// nil if the image has so many colours that the difference would show.
  init?(_ image: borrowing PixelRows) {
    guard let (numbers, census) = Self.count(image), let reduced = census.reduced() else {
      return nil
    }
    palette = reduced.palette.flatMap { color in
      [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> $0) }
    }
    let entries = reduced.entries
    let (width, height) = (image.width, image.height)
    rows = unsafe [UInt8](unsafeUninitializedCapacity: (1 + width) * height) { buffer, count in
      var next = 0
      var source = 0
      for _ in 0..<height {
        unsafe buffer[next] = 0
        for x in 1...width { unsafe buffer[next + x] = entries[Int(numbers[source + x - 1])] }
        next += 1 + width
        source += width
      }
      count = next
    }
  }

  /// The number of every pixel's colour, and the colours.
  private static func count(_ image: borrowing PixelRows) -> ([UInt16], ColorCensus)? {
    var census = ColorCensus()
    let (width, height) = (image.width, image.height)
    var fits = true
    let numbers = unsafe [UInt16](unsafeUninitializedCapacity: width * height) { buffer, count in
      for y in 0..<height {
        var x = 0
        while x < width {
          // Neighbours are mostly alike: one look into the table for a run of them.
          let pixel = image.pixel(x, y)
          let start = x
          repeat { x += 1 } while x < width && image.pixel(x, y) == pixel
          guard let number = census.add(pixel, times: x - start) else {
            fits = false
            return
          }
          let run = unsafe buffer.baseAddress! + count
          unsafe run.initialize(repeating: number, count: x - start)
          count += x - start
        }
      }
    }
    return fits ? (numbers, census) : nil
  }
}
