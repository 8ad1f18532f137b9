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
      suggestion: Spelling.nearest(to: name, among: known))
  }

  /// "expect.yml line 3: no metric is called 'tpc.packets'; did you mean 'tcp.packets'?"
  package func text(file: String) -> String {
    let place = line.map { "\(file) line \($0)" } ?? file
    return "\(place): \(message)" + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
  }
}
