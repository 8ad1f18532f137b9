import CaptureFormats
import Charts

/// A chart as a file of its own.
struct Picture {
  /// What a picture may take in memory is four bytes each.
  static let pixelLimit = 100_000_000.0

  enum Format: String {
    case png, svg, pdf

    /// By the ending of a file's name.
    init?(path: String) {
      guard let dot = path.lastIndex(of: ".") else { return nil }
      self.init(rawValue: path[path.index(after: dot)...].lowercased())
    }
  }

  var figure: ChartFigure
  var theme: Theme
  /// Nil for the size that suits it.
  var size: Size?
  var scale: Double
  /// Of the capture; a picture knows no other time.
  var time: Timestamp?

  func bytes(_ format: Format) throws(CairoError) -> [UInt8] {
    switch format {
    case .png: try figure.png(theme: theme, size: size, scale: scale)
    case .svg: try figure.svg(theme: theme, size: size)
    case .pdf:
      try figure.pdf(
        theme: theme, size: size,
        date: ClockFormat.rfc3339(time ?? Timestamp(nanoseconds: 0)).prefix(19) + "Z")
    }
  }
}
