/// What a PDF says about itself.
package struct PDFMetadata: Sendable {
  package var title: String
  package var author: String?
  package var subject: String?
  /// ISO 8601, "2024-05-01T10:32:05Z".
  ///
  /// Taken from the capture, not from the clock: the same input has to give the same bytes.
  package var date: String

  /// The program.
  package var creator: String

  package init(
    title: String, author: String? = nil, subject: String? = nil, date: String,
    creator: String = "Packetpress"
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.date = date
    self.creator = creator
  }
}
