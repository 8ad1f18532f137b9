internal import CPangoCairo

/// An SVG file as librsvg has it in memory.
///
/// librsvg runs no script, and without an address of the file it loads nothing from beside it.
@safe struct SVGPicture: ~Copyable {
  private let handle: UnsafeMutableRawPointer
  private let library: SVGLibrary
  let size: Size

  /// Whether there is an `svg` element near the start, behind declaration and comments.
  static func isSVG(_ file: [UInt8]) -> Bool {
    let head = String(decoding: file.prefix(4_096), as: UTF8.self)
    return head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.hasPrefix("<") && head.contains("<svg")
  }

  init(_ file: [UInt8]) throws(LogoError) {
    let library = try SVGLibrary()
    let read = unsafe file.withUnsafeBufferPointer { bytes in
      unsafe library.make(bytes.baseAddress, UInt(bytes.count), nil)
    }
    guard let read = unsafe read else {
      throw LogoError("the SVG is damaged, or more than librsvg takes")
    }
    guard let size = unsafe Self.size(read, library) else {
      unsafe g_object_unref(read)
      throw LogoError("the SVG has no size: it needs width and height, or a viewBox")
    }
    unsafe handle = read
    self.library = library
    self.size = size
  }

  deinit { unsafe g_object_unref(handle) }

  private static func size(_ handle: UnsafeMutableRawPointer, _ library: SVGLibrary) -> Size? {
    var (width, height) = (0.0, 0.0)
    if unsafe library.pixels(handle, &width, &height) == 0 {
      var (hasBox, box) = (Int32(0), cairo_rectangle_t())
      unsafe library.dimensions(handle, nil, nil, nil, nil, &hasBox, &box)
      guard hasBox != 0 else { return nil }
      (width, height) = (box.width, box.height)
    }
    let isPossible = [width, height].allSatisfy { $0.isFinite && $0 > 0 && $0 < 1e6 }
    return isPossible ? Size(width, height) : nil
  }

  /// Draws the picture from the origin at a size.
  func draw(on context: OpaquePointer, _ size: Size) throws(LogoError) {
    var viewport = cairo_rectangle_t(x: 0, y: 0, width: size.width, height: size.height)
    guard unsafe library.render(handle, context, &viewport, nil) != 0 else {
      throw LogoError("the SVG asks for more than librsvg draws")
    }
  }
}
