internal import CPangoCairo

extension CairoCanvas {
  /// Ends the page; what is drawn next goes on a new one.
  package mutating func showPage() { unsafe cairo_show_page(context) }

  /// Sets the size of the page that is about to begin, before anything is drawn on it.
  package mutating func setPageSize(_ size: Size) {
    unsafe cairo_pdf_surface_set_size(surface, size.width, size.height)
  }

  package mutating func setMetadata(_ metadata: PDFMetadata) {
    let fields = [
      (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
      (CAIRO_PDF_METADATA_SUBJECT, metadata.subject),
      (CAIRO_PDF_METADATA_CREATOR, metadata.creator),
      // Without a date of creation Cairo writes the time of the clock.
      (CAIRO_PDF_METADATA_CREATE_DATE, metadata.date),
      (CAIRO_PDF_METADATA_MOD_DATE, metadata.date),
    ]
    for case (let field, let value?) in fields {
      unsafe cairo_pdf_surface_set_metadata(surface, field, PlainText(value).string)
    }
  }

  /// Adds a bookmark; entries appear in the order in which they are added.
  @discardableResult
  package mutating func addOutline(
    _ title: String, below parent: OutlineEntry = .root, to target: LinkTarget,
    isOpen: Bool = true
  ) -> OutlineEntry {
    let title = PlainText(title, maximumLength: 200).string
    let flags = isOpen ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0)
    let number = unsafe cairo_pdf_surface_add_outline(
      surface, parent.number, title, target.attributes, flags)
    return OutlineEntry(number: number)
  }

  /// Gives a place on this page a name that links lead to.
  package mutating func markDestination(_ name: String, at point: Point) {
    let attributes = "name=\(LinkTarget.quoted(name)) x=\(point.x) y=\(point.y)"
    unsafe cairo_tag_begin(context, "cairo.dest", attributes)
    unsafe cairo_tag_end(context, "cairo.dest")
  }

  /// Makes a rectangle of this page a link.
  package mutating func link(_ rect: Rect, to target: LinkTarget) {
    let place = "rect=[\(rect.x) \(rect.y) \(rect.width) \(rect.height)]"
    unsafe cairo_tag_begin(context, "Link", target.attributes + " " + place)
    unsafe cairo_tag_end(context, "Link")
  }

  /// Says what the drawing until the matching ``end(_:)`` is; tags nest.
  package mutating func begin(_ tag: StructureTag) {
    unsafe cairo_tag_begin(context, tag.rawValue, "")
  }

  package mutating func end(_ tag: StructureTag) {
    unsafe cairo_tag_end(context, tag.rawValue)
  }
}
