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
    guard let (runs, census) = Self.runs(of: image), let reduced = census.reduced() else {
      return nil
    }
    palette = reduced.palette.flatMap { color in
      [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> $0) }
    }
    rows = Self.rows(runs, reduced.entries, width: image.width, height: image.height)
  }

  /// Neighbours of one colour within a row, by the colour's number.
  private struct Run {
    var number: UInt16
    var length: UInt16
  }

  /// The rows from top to bottom, and the colours in them.
  private static func runs(of image: borrowing PixelRows) -> ([Run], ColorCensus)? {
    var census = ColorCensus()
    var runs: [Run] = []
    runs.reserveCapacity(image.height * 64)
    for y in 0..<image.height {
      var x = 0
      while x < image.width {
        let length = image.runLength(x, y)
        guard let number = census.add(image.pixel(x, y), times: length) else { return nil }
        runs.append(Run(number: number, length: UInt16(length)))
        x += length
      }
    }
    return (runs, census)
  }

  private static func rows(
    _ runs: [Run], _ entries: [UInt8], width: Int, height: Int
  ) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: (1 + width) * height) { buffer, count in
      for run in runs {
        if count % (1 + width) == 0 {
          unsafe buffer[count] = 0
          count += 1
        }
        let place = unsafe buffer.baseAddress! + count
        unsafe place.initialize(repeating: entries[Int(run.number)], count: Int(run.length))
        count += Int(run.length)
      }
    }
  }
}
