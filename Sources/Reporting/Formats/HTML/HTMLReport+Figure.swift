import Charts
internal import Wording

extension HTMLReport {
  func figure(_ figure: ReportFigure) -> Context {
    let hotspots = figure.hotspots
    return [
      "name": figure.name.html(), "label": say("Figure \(figure.number)"),
      "labelled": say("Figure \(figure.number) in numbers"),
      "heading": say("Figure \(figure.number)."),
      "width": HTMLNumber.short(figure.figure.size.width),
      "height": HTMLNumber.short(figure.figure.size.height),
      "image": source(figure.path(dark: options.theme == .dark)),
      "dark": options.theme == .auto ? source(figure.path(dark: true)) as Any : false,
      "alternativeText": figure.alternativeText.html(),
      "caption": explained("\(figure.title). \(figure.subtitle)."),
      "hasHotspots": !hotspots.isEmpty, "hotspots": hotspots.map(hotspot).joined(),
      "numbers": figure.numbers.map(table) ?? false as Any,
    ]
  }

  /// Written here, as a page has thousands, for each of which Mustache would look up three names.
  private func hotspot(_ hotspot: Hotspot) -> String {
    let points = hotspot.polygon.map { point in
      "\(HTMLNumber.short(point.x)),\(HTMLNumber.short(point.y))"
    }
    return "<polygon points=\"\(points.joined(separator: " "))\">"
      + "<title>\(options.language.text(hotspot.title).html(limit: 200))</title></polygon>"
  }

  /// The sender's logo, whose name is that of the sender, if it is known.
  var logo: Any {
    guard let logo = options.branding.logo else { return false }
    return [
      "image": source(Branding.logoPath), "width": HTMLNumber.short(logo.size.width),
      "height": HTMLNumber.short(logo.size.height), "name": document.author?.html() ?? say("Logo"),
    ]
  }

  /// A path, or in a single file the picture itself.
  ///
  /// On a live page the path has a mark of the picture's content, so that a browser loads what has
  /// changed, and only that.
  private func source(_ path: String) -> String {
    guard let image = images[path] else { return path }
    return options.isSingleFile
      ? "data:image/png;base64," + Base64.encode(image) : "\(path)?v=\(Fingerprint.text(of: image))"
  }
}
