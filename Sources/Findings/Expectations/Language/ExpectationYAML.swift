import Yams

/// Reads YAML, and says in plain words what is wrong with it.
enum ExpectationYAML {
  /// The mapping that a file is.
  static func root(_ text: String) throws(ExpectationProblem) -> ExpectationMapping {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        return ExpectationMapping(Node.Mapping([]), line: 1, what: "the file")
      }
      return try ExpectationMapping(node, what: "the file")
    } catch let problem as ExpectationProblem {
      throw problem
    } catch let error as YamlError {
      throw problem(error, in: text)
    } catch {
      throw ExpectationProblem(line: nil, "not YAML: \(error)")
    }
  }

  private static func problem(_ error: YamlError, in text: String) -> ExpectationProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // What is behind a bare > or * is often complained about in the line after it.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for line in [mark.line, mark.line - 1] where lines.indices.contains(line - 1) {
        if let hint = hint(lines[line - 1]) {
          return ExpectationProblem(line: line, "not YAML: \(hint)")
        }
      }
      return ExpectationProblem(line: mark.line, "not YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      return ExpectationProblem(
        line: context.mark.line, "'\(keys.joined(separator: "', '"))' is there twice")
    default: return ExpectationProblem(line: nil, "not YAML: \(error)")
    }
  }

  static let comparisonHint = "put the value in quotes, as in \"> 5\", or write 'more than 5'"

  /// What trips people.
  private static func hint(_ line: String) -> String? {
    if line.contains(/:\s*>/) { return comparisonHint }
    if line.contains(/[:\[,\-]\s*\*/) { return "put names with * in quotes: \"*.example.org\"" }
    if line.contains(/[:\[,\-]\s*%/) { return "write the number before the %" }
    if line.contains("\t") { return "indent with spaces, not with tabs" }
    return nil
  }
}
