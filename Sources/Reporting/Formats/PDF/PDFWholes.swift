/// Where the whole of the report is: the files that are made with the PDF.
struct PDFWholes {
  private let formats: Set<ReportFormat>

  init(_ options: ReportOptions) { formats = options.formats }

  func of(_ table: ReportTable) -> InlineText {
    guard formats.contains(.csv), let csv = table.csv else { return ofAll }
    return "\(mono: "tables/\(csv).csv")"
  }

  var ofAll: InlineText {
    if formats.contains(.html) { return "\(mono: "index.html")" }
    if formats.contains(.json) { return "\(mono: "report.json")" }
    return "\(mono: "report.json"), with \(mono: "--format json")"
  }
}
