/// Why a report could not be made or written, and what to do about it.
package struct ReportError: Error, CustomStringConvertible, Sendable {
  /// What was to be done, and where: "cannot write Reports/a/index.html".
  package var what: String
  package var why: String
  package var remedy: String

  package init(what: String, why: String, remedy: String) {
    self.what = what
    self.why = why
    self.remedy = remedy
  }

  package var description: String { "\(what): \(why); \(remedy)" }
}
