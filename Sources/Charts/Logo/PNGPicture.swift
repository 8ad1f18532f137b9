internal import CPangoCairo

/// A PNG file as Cairo has it in memory.
@safe struct PNGPicture: ~Copyable {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// A few kilobytes can say that they are gigapixels.
  private static let pixelLimit = 4_096

  let surface: OpaquePointer
  let size: Size

  static func isPNG(_ file: [UInt8]) -> Bool { file.starts(with: signature) }

  init(_ file: [UInt8]) throws(LogoError) {
    // W3C PNG, 11.2.1: the header comes first, with width and height.
    guard file.count >= 24 else { throw LogoError("the PNG ends before its header does") }
    let (width, height) = (Self.number(file[16..<20]), Self.number(file[20..<24]))
    guard (1...Self.pixelLimit).contains(width), (1...Self.pixelLimit).contains(height) else {
      throw LogoError(
        "a PNG of \(width) × \(height) pixels; a logo has 1 to \(Self.pixelLimit) either way")
    }
    let source = ByteSource(file)
    let read = unsafe cairo_image_surface_create_from_png_stream(ByteSource.read, source.opaque)
    withExtendedLifetime(source) {}
    guard let read = unsafe read, unsafe cairo_surface_status(read) == CAIRO_STATUS_SUCCESS else {
      // What Cairo returns in case of an error needs no end.
      throw LogoError("the PNG is damaged")
    }
    unsafe surface = read
    size = Size(Double(width), Double(height))
  }

  deinit { unsafe cairo_surface_destroy(surface) }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}

extension CairoCanvas {
  /// Draws the picture into the top left corner at a size.
  mutating func draw(_ picture: borrowing PNGPicture, in size: Size) {
    unsafe cairo_save(context)
    unsafe cairo_scale(
      context, size.width / picture.size.width, size.height / picture.size.height)
    unsafe cairo_set_source_surface(context, picture.surface, 0, 0)
    unsafe cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_BEST)
    unsafe cairo_paint(context)
    unsafe cairo_restore(context)
  }

  /// Draws a logo with its top left corner at a point.
  package mutating func draw(_ logo: Logo, at point: Point) {
    guard let picture = try? PNGPicture(logo.png) else { return }
    save()
    translate(x: point.x, y: point.y)
    draw(picture, in: logo.size)
    restore()
  }
}
