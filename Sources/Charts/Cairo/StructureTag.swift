/// The role of a piece of a page, for readers that speak or reflow it (ISO 32000-1, 14.8.4).
package enum StructureTag: String, Sendable {
  case document = "Document"
  case section = "Sect"
  case heading1 = "H1"
  case heading2 = "H2"
  case heading3 = "H3"
  case paragraph = "P"
  case list = "L"
  case listItem = "LI"
  case table = "Table"
  case tableRow = "TR"
  case tableHead = "TH"
  case tableCell = "TD"
  case figure = "Figure"
  case caption = "Caption"
  /// What is on the page besides the text: running heads. No reader speaks it.
  case furniture = "Private"
  case listLabel = "Lbl"
  case listBody = "LBody"
  case code = "Code"
  case tableOfContents = "TOC"
  case tableOfContentsItem = "TOCI"
}
