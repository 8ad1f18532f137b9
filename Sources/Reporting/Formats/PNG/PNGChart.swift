import Charts
internal import Wording

/// One chart as a picture, two pixels for a point.
enum PNGChart {
  static func file(
    _ figure: ReportFigure, dark: Bool, accent: Accent? = nil
  ) throws -> ReportFile {
    let theme = (dark ? Theme.dark : .light).accented(accent).speaking(figure.language)
    let bytes = try figure.figure.png(theme: theme, scale: 2)
    return ReportFile(path: figure.path(dark: dark), bytes: bytes)
  }
}
