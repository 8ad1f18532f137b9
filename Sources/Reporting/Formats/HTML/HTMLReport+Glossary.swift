internal import Wording

extension HTMLReport {
  /// The text in HTML, with terms of art that say on hover what they mean.
  func explained(_ text: String) -> String {
    let text = SafeText.visible(text, limit: 1_000)
    var html = ""
    var end = text.startIndex
    for mark in glossary.marks(in: text) where mark.entry.isMarked {
      html += String(text[end..<mark.range.lowerBound]).htmlEscaped
      html += "<abbr title=\"\(mark.entry.text.text.htmlEscaped)\">"
      html += String(text[mark.range]).htmlEscaped + "</abbr>"
      end = mark.range.upperBound
    }
    return html + String(text[end...]).htmlEscaped
  }
}
