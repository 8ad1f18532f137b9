internal import CPangoCairo

/// One piece of text laid out by Pango.
///
/// Hinting is off and glyphs lie between pixels, so a layout has the same measures on every
/// surface and at every scale: what is measured without a canvas holds on all of them.
@safe struct TextLayout: ~Copyable {
  let layout: OpaquePointer
  private let style: TextStyle
  private let fit: TextFit

  init(_ string: String, _ style: TextStyle, _ fit: TextFit) {
    // The default font map is each thread's own; asking for it every time keeps it so.
    let context = unsafe pango_font_map_create_context(pango_cairo_font_map_get_default())
    unsafe Self.configure(context)
    unsafe layout = pango_layout_new(context)
    unsafe g_object_unref(UnsafeMutableRawPointer(context))
    self.style = style
    self.fit = fit
    apply(style)
    apply(fit)
    let text = PlainText(string, maximumLength: fit.maximumLength).string
    unsafe pango_layout_set_text(layout, text, Int32(text.utf8.count))
  }

  deinit { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }

  var extent: TextExtent {
    var logical = PangoRectangle()
    unsafe pango_layout_get_extents(layout, nil, &logical)
    let scale = Double(PANGO_SCALE)
    return unsafe TextExtent(
      width: Double(logical.width) / scale, height: Double(logical.height) / scale,
      baseline: Double(pango_layout_get_baseline(layout)) / scale,
      lines: Int(pango_layout_get_line_count(layout)))
  }

  /// The text of every line, as it was broken.
  var lines: [String] {
    let text = unsafe Array(String(cString: pango_layout_get_text(layout)).utf8)
    return unsafe (0..<pango_layout_get_line_count(layout)).compactMap { index in
      guard let line = unsafe pango_layout_get_line_readonly(layout, index) else { return nil }
      let start = unsafe Int(line.pointee.start_index)
      let end = unsafe start + Int(line.pointee.length)
      return String(decoding: text[start..<end], as: UTF8.self)
    }
  }

  /// Where Pango has to put the layout's top left corner for the text to lie at a point.
  func origin(for point: Point) -> Point {
    let extent = extent
    let width = fit.width ?? extent.width
    let x =
      switch style.alignment {
      case .start: point.x
      case .middle: point.x - width / 2
      case .end: point.x - width
      }
    let y =
      switch style.anchor {
      case .top: point.y
      case .baseline: point.y - extent.baseline
      // Capitals and digits are about 0.72 of the size high in the faces that we ask for.
      case .middle where extent.lines == 1: point.y - extent.baseline + 0.36 * style.size
      case .middle: point.y - extent.height / 2
      }
    return Point(x, y)
  }

  private static func configure(_ context: OpaquePointer?) {
    let options = unsafe cairo_font_options_create()
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    unsafe pango_cairo_context_set_font_options(context, options)
    unsafe cairo_font_options_destroy(options)
    unsafe pango_cairo_context_set_resolution(context, 72)
    unsafe pango_context_set_round_glyph_positions(context, 0)
    unsafe pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    unsafe pango_context_set_language(context, pango_language_from_string("en"))
  }

  private func apply(_ style: TextStyle) {
    let font = unsafe pango_font_description_new()
    let families =
      style.isMonospaced
      ? "JetBrains Mono, DejaVu Sans Mono, Monospace" : "Inter, Noto Sans, DejaVu Sans, Sans"
    unsafe pango_font_description_set_family(font, families)
    unsafe pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    unsafe pango_font_description_set_weight(
      font, style.weight == .semibold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL)
    if style.isItalic { unsafe pango_font_description_set_style(font, PANGO_STYLE_OBLIQUE) }
    unsafe pango_layout_set_font_description(layout, font)
    unsafe pango_font_description_free(font)

    let attributes = unsafe pango_attr_list_new()
    // Coding ligatures would draw "->" and "!=" from a packet as something else.
    unsafe pango_attr_list_insert(
      attributes, pango_attr_font_features_new("tnum=1, calt=0, liga=0, dlig=0"))
    unsafe pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
    unsafe pango_layout_set_attributes(layout, attributes)
    unsafe pango_attr_list_unref(attributes)
  }

  private func apply(_ fit: TextFit) {
    unsafe pango_layout_set_auto_dir(layout, 0)
    unsafe pango_layout_set_alignment(layout, style.alignment.pango)
    guard let width = fit.width else { return }
    let units = min(max(width, 0), 100_000) * Double(PANGO_SCALE)
    unsafe pango_layout_set_width(layout, Int32(units))
    switch fit {
    case .line: break
    case .ellipsized: unsafe pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
    case .middleEllipsized: unsafe pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_MIDDLE)
    case .wrapped(_, let lines):
      unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
      unsafe pango_layout_set_line_spacing(layout, Float(style.lineSpacing))
      guard let lines else { break }
      unsafe pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
      unsafe pango_layout_set_height(layout, -Int32(min(max(lines, 1), 10_000)))
    }
  }
}

extension TextStyle.Alignment {
  fileprivate var pango: PangoAlignment {
    switch self {
    case .start: PANGO_ALIGN_LEFT
    case .middle: PANGO_ALIGN_CENTER
    case .end: PANGO_ALIGN_RIGHT
    }
  }
}

extension TextFit {
  /// A line on a page holds a few hundred characters at most; laying out more is lost time.
  fileprivate var maximumLength: Int {
    if case .wrapped = self { PlainText.maximumLength } else { 512 }
  }
}
