/// An image of at most 256 colours, as one byte a pixel.
struct IndexedImage {
  /// Red, green and blue of every colour, in order of appearance.
  private(set) var palette: [UInt8] = []
  /// Rows as PNG has them: filter None, then an index for every pixel.
  private(set) var rows: [UInt8] = []

  /// nil if the image has more colours than fit.
  init?(_ image: borrowing PixelRows) {
    var table = ColorTable()
    let rowLength = 1 + image.width
    var fits = true
    rows = unsafe [UInt8](unsafeUninitializedCapacity: rowLength * image.height) { buffer, count in
      var next = 0
      var last = image.pixel(0, 0)
      var index = table.index(of: last) ?? 0
      for y in 0..<image.height {
        unsafe buffer[next] = 0
        next += 1
        for x in 0..<image.width {
          let pixel = image.pixel(x, y)
          if pixel != last {
            guard let found = table.index(of: pixel) else {
              fits = false
              return
            }
            last = pixel
            index = found
          }
          unsafe buffer[next] = index
          next += 1
        }
      }
      count = next
    }
    guard fits else { return nil }
    palette = table.colors.flatMap { color in
      [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> $0) }
    }
  }
}

/// Numbers colours from 0 in order of appearance, up to 256 of them.
private struct ColorTable {
  private(set) var colors: [UInt32] = []
  /// Open addressing over four times as many slots as there can be colours; -1 is empty.
  private var slots = [Int16](repeating: -1, count: 1024)

  mutating func index(of color: UInt32) -> UInt8? {
    var slot = Int((color &* 0x9E37_79B1) >> 22)
    while slots[slot] >= 0 {
      if colors[Int(slots[slot])] == color { return UInt8(slots[slot]) }
      slot = (slot + 1) & 1023
    }
    guard colors.count < 256 else { return nil }
    slots[slot] = Int16(colors.count)
    colors.append(color)
    return UInt8(colors.count - 1)
  }
}
