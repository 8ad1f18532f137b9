/// Why a file of expectations cannot be taken.
package struct ExpectationProblem: Error, Equatable {
  /// From 1; nil where it is about the file as a whole.
  package var line: Int?
  package var message: String
  /// The name that was probably meant.
  package var suggestion: String?

  package init(line: Int?, _ message: String, suggestion: String? = nil) {
    self.line = line
    self.message = message
    self.suggestion = suggestion
  }

  /// A name that is none of those `known`: "no metric is called 'tpc.packets'".
  init(line: Int?, no kind: String, called name: String, among known: [String]) {
    self.init(
      line: line, "no \(kind) is called '\(name)'",
      suggestion: Spelling.nearest(to: name, among: known) ?? Self.kindred(name, among: known))
  }

  /// The shortest name that begins like this one, or the longest that this one begins with; else the
  /// nearest one of the same family, "tcp.".
  private static func kindred(_ name: String, among known: [String]) -> String? {
    let longer = known.filter { $0.hasPrefix(name) }.min { $0.utf8.count < $1.utf8.count }
    let shorter = known.filter { name.hasPrefix($0) }.max { $0.utf8.count < $1.utf8.count }
    if let near = longer ?? shorter { return near }
    guard let dot = name.firstIndex(of: ".") else { return nil }
    let family = known.filter { $0.hasPrefix(name[...dot]) }
    return family.map { (name: $0, distance: Spelling.distance(name, $0)) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  /// "expect.yml line 3: no metric is called 'tpc.packets'; did you mean 'tcp.packets'?"
  package func text(file: String) -> String {
    let place = line.map { "\(file) line \($0)" } ?? file
    return "\(place): \(message)" + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
  }
}
