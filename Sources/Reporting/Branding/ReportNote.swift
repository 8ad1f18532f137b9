internal import Wording

/// A text of the sender's own in the report, from a file of Markdown.
///
/// Read are paragraphs, headings, lists, blocks of code, emphasis, code and links of CommonMark.
/// Everything else, such as HTML, pictures and tables, is shown as it is written.
package struct ReportNote: Sendable {
  package static let byteLimit = 64 << 10
  static let id = "note"

  package let blocks: [ReportBlock]

  package init(_ text: String) { blocks = NoteParser.blocks(of: text) }

  var section: ReportDocument.Section {
    ReportDocument.Section(id: Self.id, title: "Note", blocks: blocks)
  }
}
