import CPangoCairo
import Charts
import TestSupport
import Testing

@Suite struct PNGEncoderTests {
  @Test func keepsEveryPixelOfAnImageOfFewColors() throws {
    let pixels = (0..<1_200).map { (index: UInt32) -> UInt32 in
      (index % 256) * 0x01_02_05 & 0xFF_FFFF
    }
    #expect(try roundTrip(pixels, width: 40) == pixels)
  }

  @Test func keepsEveryPixelOfAPhotograph() throws {
    let pixels = (0..<10_000).map { (index: UInt32) -> UInt32 in (index &* 0x9E37_79B1) >> 8 }
    #expect(try roundTrip(pixels, width: 100) == pixels)
  }

  @Test func changesShadesByLessThanCanBeSeen() throws {
    // Areas of two colours, and two thousand shades between them.
    let shades = (0..<2_000).map { (index: UInt32) -> UInt32 in
      let (even, odd) = (index % 250, index % 240)
      return even << 16 | odd << 8 | even
    }
    let pixels = [UInt32](repeating: 0xFF_FFFF, count: 6_000) + shades
    let decoded = try roundTrip(pixels, width: 100)
    #expect(decoded.prefix(6_000) == pixels.prefix(6_000))
    for (old, new) in zip(pixels, decoded) {
      for shift: UInt32 in [0, 8, 16] {
        #expect(abs(Int(old >> shift & 255) - Int(new >> shift & 255)) <= 20)
      }
    }
  }

  /// Runs of every length, at every place, with and without a neighbour that differs in one bit.
  @Test(arguments: [1, 2, 7, 8, 9, 16, 17, 40, 101])
  func keepsRunsOfAnyLength(width: Int) throws {
    var generator = SeededGenerator(state: 7)
    var pixels: [UInt32] = []
    while pixels.count < width * 60 {
      let color = UInt32.random(in: 0..<8, using: &generator) * 0x10_00_01
      // The byte above is undefined in Cairo's pixels.
      let above = UInt32.random(in: 0...255, using: &generator) << 24
      let length = Int.random(in: 1...30, using: &generator)
      pixels += [UInt32](repeating: color | above, count: length)
    }
    pixels.removeLast(pixels.count - width * 60)
    #expect(try roundTrip(pixels, width: width) == pixels.map { $0 & 0xFF_FFFF })
  }

  @Test func writesASinglePixel() throws {
    #expect(try roundTrip([0x12_34_56], width: 1) == [0x12_34_56])
  }

  @Test func isReadableByCairo() throws {
    var canvas = CairoCanvas(image: Size(50, 20), scale: 2, background: Color(0xFFEEDD))
    canvas.text("Text", at: Point(2, 14), TextStyle(size: 12))
    let image = try decode(canvas.png())
    #expect((image.width, image.pixels.count) == (100, 4_000))
    #expect(image.pixels[0] == 0xFF_EE_DD)
  }

  private func roundTrip(_ pixels: [UInt32], width: Int) throws -> [UInt32] {
    let file = PNGEncoder.encode(
      pixels.span.bytes, width: width, height: pixels.count / width, stride: width * 4)
    return try decode(file).pixels
  }

  /// What Cairo, that is libpng, makes of a file.
  private func decode(_ file: [UInt8]) throws -> (width: Int, pixels: [UInt32]) {
    let source = Source(file)
    let surface = cairo_image_surface_create_from_png_stream(
      Source.read, Unmanaged.passUnretained(source).toOpaque())
    defer { cairo_surface_destroy(surface) }
    try #require(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
    let (width, height) = (
      Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface))
    )
    let stride = Int(cairo_image_surface_get_stride(surface))
    let data = UnsafeRawPointer(try #require(cairo_image_surface_get_data(surface)))
    let pixels = (0..<height).flatMap { y in
      (0..<width).map { x in
        data.load(fromByteOffset: y * stride + x * 4, as: UInt32.self) & 0xFF_FFFF
      }
    }
    return (width, pixels)
  }

  private final class Source {
    let bytes: [UInt8]
    var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static let read: cairo_read_func_t = { closure, data, length in
      let source = Unmanaged<Source>.fromOpaque(closure!).takeUnretainedValue()
      guard source.position + Int(length) <= source.bytes.count else {
        return CAIRO_STATUS_READ_ERROR
      }
      for index in 0..<Int(length) { data?[index] = source.bytes[source.position + index] }
      source.position += Int(length)
      return CAIRO_STATUS_SUCCESS
    }
  }
}
