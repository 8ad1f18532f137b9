/// The media type of a file of the report, by the end of its name.
struct ContentType: Equatable, Sendable {
  let name: String
  let isText: Bool

  init(path: String) {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    (name, isText) =
      switch ending {
      case "html": ("text/html; charset=utf-8", true)
      case "css": ("text/css; charset=utf-8", true)
      case "js": ("text/javascript; charset=utf-8", true)
      case "json": ("application/json; charset=utf-8", true)
      case "csv": ("text/csv; charset=utf-8", true)
      case "md": ("text/markdown; charset=utf-8", true)
      case "txt": ("text/plain; charset=utf-8", true)
      case "xml": ("application/xml; charset=utf-8", true)
      case "svg": ("image/svg+xml; charset=utf-8", true)
      case "png": ("image/png", false)
      case "pdf": ("application/pdf", false)
      default: ("application/octet-stream", false)
      }
  }

  private init(name: String) {
    self.name = name
    isText = true
  }

  static let plainText = ContentType(name: "text/plain; charset=utf-8")
  /// Prometheus' text format.
  static let metrics = ContentType(name: "text/plain; version=0.0.4; charset=utf-8")
}
