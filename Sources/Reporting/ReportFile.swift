/// One file of a report.
package struct ReportFile: Sendable {
  /// From the report's directory, "charts/protocols.png".
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}
