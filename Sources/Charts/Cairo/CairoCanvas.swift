internal import CPangoCairo

/// Draws through Cairo: to pixels, to SVG, or to the pages of a PDF.
///
/// A canvas belongs to one thread at a time; several threads may each have their own.
@safe package struct CairoCanvas: Canvas, ~Copyable {
  let surface: OpaquePointer
  let context: OpaquePointer
  private let sink: ByteSink
  /// Pixels of an image, by width and height; nil for vectors.
  let pixels: (width: Int, height: Int)?
  private let isSVG: Bool

  /// Pixels, `scale` of them for a point in either direction, opaque and filled with `background`.
  package init(image size: Size, scale: Double = 1, background: Color = Color(0xFFFFFF)) {
    // What Cairo can hold is 32,767 pixels either way; nobody looks at one as large.
    let width = Int(min(max((size.width * scale).rounded(.up), 1), 16_384))
    let height = Int(min(max((size.height * scale).rounded(.up), 1), 16_384))
    unsafe surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    unsafe context = cairo_create(surface)
    sink = ByteSink()
    pixels = (width, height)
    isSVG = false
    unsafe cairo_scale(context, scale, scale)
    fill(Rect(Size(Double(width), Double(height))), background)
  }

  /// A drawing of its own in SVG, one unit for a point.
  package init(svg size: Size) {
    sink = ByteSink()
    unsafe surface = cairo_svg_surface_create_for_stream(
      ByteSink.write, sink.opaque, size.width, size.height)
    unsafe context = cairo_create(surface)
    pixels = nil
    isSVG = true
    unsafe cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX)
  }

  /// A PDF whose first page has the given size; see ``showPage()`` and ``setPageSize(_:)``.
  package init(pdf page: Size) {
    sink = ByteSink()
    unsafe surface = cairo_pdf_surface_create_for_stream(
      ByteSink.write, sink.opaque, page.width, page.height)
    unsafe context = cairo_create(surface)
    pixels = nil
    isSVG = false
  }

  deinit {
    unsafe cairo_destroy(context)
    unsafe cairo_surface_destroy(surface)
  }

  /// The PDF or SVG as it goes into a file.
  package consuming func finish() throws(CairoError) -> [UInt8] {
    unsafe cairo_surface_finish(surface)
    try check()
    return isSVG ? SVGIdentifiers.renumbered(sink.bytes) : sink.bytes
  }

  func check() throws(CairoError) {
    for status in unsafe [cairo_status(context), cairo_surface_status(surface)]
    where status != CAIRO_STATUS_SUCCESS {
      throw CairoError(status: status.rawValue)
    }
  }
}

extension CairoCanvas {
  package mutating func fill(_ path: Path, _ color: Color) {
    trace(path, color)
    guard let hatching = color.hatching else { return unsafe cairo_fill(context) }
    unsafe cairo_fill_preserve(context)
    hatch(hatching)
  }

  /// Draws white lines across the current path, and ends it.
  private func hatch(_ hatching: Hatching) {
    unsafe cairo_save(context)
    unsafe cairo_clip(context)
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    unsafe cairo_clip_extents(context, &left, &top, &right, &bottom)
    let rect = Rect(x: left, y: top, width: right - left, height: bottom - top)
    for line in hatching.lines(across: rect) {
      unsafe cairo_move_to(context, line.from.x, line.from.y)
      unsafe cairo_line_to(context, line.to.x, line.to.y)
    }
    set(Color(0xFFFFFF).opacity(0.75))
    unsafe cairo_set_line_width(context, 0.6)
    unsafe cairo_set_dash(context, [], 0, 0)
    unsafe cairo_stroke(context)
    unsafe cairo_restore(context)
  }

  package mutating func stroke(_ path: Path, _ color: Color, _ line: LineStyle) {
    trace(path, color)
    unsafe cairo_set_line_width(context, line.width)
    unsafe cairo_set_dash(context, line.dash, Int32(line.dash.count), 0)
    unsafe cairo_set_line_cap(
      context, line.isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    unsafe cairo_set_line_join(
      context, line.isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    unsafe cairo_stroke(context)
  }

  package mutating func text(
    _ string: String, at point: Point, _ style: TextStyle, fit: TextFit
  ) {
    let layout = TextLayout(string, style, fit)
    let origin = layout.origin(for: point)
    set(style.color)
    unsafe cairo_move_to(context, origin.x, origin.y)
    unsafe pango_cairo_show_layout(context, layout.layout)
    unsafe cairo_new_path(context)
  }

  package mutating func clip(to rect: Rect) {
    unsafe cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
    unsafe cairo_clip(context)
  }

  package mutating func translate(x: Double, y: Double) {
    unsafe cairo_translate(context, x, y)
  }

  package mutating func save() { unsafe cairo_save(context) }

  package mutating func restore() { unsafe cairo_restore(context) }

  private func set(_ color: Color) {
    unsafe cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
  }

  private func trace(_ path: Path, _ color: Color) {
    set(color)
    for element in path.elements {
      switch element {
      case .move(let point): unsafe cairo_move_to(context, point.x, point.y)
      case .line(let point): unsafe cairo_line_to(context, point.x, point.y)
      case .arc(let center, let radius, let from, let to) where to >= from:
        unsafe cairo_arc(context, center.x, center.y, radius, from, to)
      case .arc(let center, let radius, let from, let to):
        unsafe cairo_arc_negative(context, center.x, center.y, radius, from, to)
      case .close: unsafe cairo_close_path(context)
      }
    }
  }
}
