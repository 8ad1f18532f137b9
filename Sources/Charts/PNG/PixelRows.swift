/// The pixels of an image as Cairo holds them.
struct PixelRows: ~Escapable {
  let pixels: RawSpan
  let width: Int
  let height: Int
  let stride: Int

  @_lifetime(copy pixels)
  init(_ pixels: RawSpan, width: Int, height: Int, stride: Int) {
    precondition((1...0xFFFF).contains(width) && stride >= width * 4)
    precondition(pixels.byteCount >= stride * height)
    self.pixels = pixels
    self.width = width
    self.height = height
    self.stride = stride
  }

  /// `0x00RRGGBB`; the byte above is undefined in Cairo's RGB24.
  @inline(__always)
  func pixel(_ x: Int, _ y: Int) -> UInt32 {
    let offset = y * stride + x * 4
    return unsafe pixels.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self) & 0xFF_FFFF
  }

  /// How many pixels from `x` on in a row have one colour.
  @inline(__always)
  func runLength(_ x: Int, _ y: Int) -> Int {
    let color = pixel(x, y)
    let pair = UInt64(color) << 32 | UInt64(color)
    var end = x + 1
    // Most of a chart is paper: eight pixels at a time.
    while end + 8 <= width {
      var difference: UInt64 = 0
      for step in 0..<4 { difference |= pixels(end + 2 * step, y) ^ pair }
      guard difference & 0xFF_FFFF_00FF_FFFF == 0 else { break }
      end += 8
    }
    while end < width && pixel(end, y) == color { end += 1 }
    return end - x
  }

  /// Two neighbours with what is undefined in them.
  @inline(__always)
  private func pixels(_ x: Int, _ y: Int) -> UInt64 {
    unsafe pixels.unsafeLoadUnaligned(fromByteOffset: y * stride + x * 4, as: UInt64.self)
  }

  /// Rows as PNG has them: filter None, then red, green and blue of every pixel.
  func rgb() -> [UInt8] {
    let rowLength = 1 + width * 3
    return unsafe [UInt8](unsafeUninitializedCapacity: rowLength * height) { buffer, count in
      var next = 0
      for y in 0..<height {
        unsafe buffer[next] = 0
        next += 1
        for x in 0..<width {
          let pixel = pixel(x, y)
          unsafe buffer[next] = UInt8(truncatingIfNeeded: pixel >> 16)
          unsafe buffer[next + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
          unsafe buffer[next + 2] = UInt8(truncatingIfNeeded: pixel)
          next += 3
        }
      }
      count = next
    }
  }
}
