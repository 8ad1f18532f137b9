import Charts

/// An entry of the outline that readers show beside the pages.
struct PDFBookmark {
  var title: String
  var isBelow: Bool
  var page: Int
  var place: Point
}
