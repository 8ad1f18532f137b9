import Charts

/// One chart as a picture, two pixels for a point.
enum PNGChart {
  static func file(_ figure: ReportFigure, dark: Bool) throws -> ReportFile {
    let bytes = try figure.figure.png(theme: dark ? .dark : .light, scale: 2)
    return ReportFile(path: figure.path(dark: dark), bytes: bytes)
  }
}
