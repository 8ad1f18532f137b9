import Yams

/// Keys and values of a file, with the lines where they stand.
struct ExpectationMapping {
  private let pairs: [(key: String, line: Int?, value: Node)]
  let line: Int?
  private let what: String

  init(_ mapping: Node.Mapping, line: Int?, what: String) {
    pairs = mapping.map { ($0.key.string ?? "", $0.key.mark?.line, $0.value) }
    self.line = line
    self.what = what
  }

  /// `what` is told in problems: "the file", "an expectation".
  init(_ node: Node, what: String) throws(ExpectationProblem) {
    guard case .mapping(let mapping) = node else {
      throw ExpectationProblem(
        line: node.mark?.line, "\(what) is made of lines with a key and a value: 'name: Loss'")
    }
    self.init(mapping, line: node.mark?.line, what: what)
  }

  var keys: [String] { pairs.map(\.key) }

  /// Fails for a key that is none of these.
  func allow(_ known: [String]) throws(ExpectationProblem) {
    for pair in pairs where !known.contains(pair.key) {
      throw ExpectationProblem(
        line: pair.line, "\(what) has no key '\(pair.key)'",
        suggestion: Spelling.nearest(to: pair.key, among: known))
    }
  }

  private func pair(_ key: String) -> (key: String, line: Int?, value: Node)? {
    pairs.first { $0.key == key }
  }

  /// Where a key stands.
  func line(of key: String) -> Int? { pair(key)?.line ?? line }

  func text(_ key: String) throws(ExpectationProblem) -> String? {
    guard let pair = pair(key) else { return nil }
    return try Self.text(pair.value, of: key, line: pair.line)
  }

  func required(_ key: String) throws(ExpectationProblem) -> String {
    guard let text = try text(key) else {
      throw ExpectationProblem(line: line, "\(what) needs '\(key):'")
    }
    return text
  }

  /// One value, or a list of them, each with its line.
  func values(_ key: String) throws(ExpectationProblem) -> [(text: String, line: Int?)]? {
    guard let pair = pair(key) else { return nil }
    guard case .sequence(let list) = pair.value else {
      return [(try Self.text(pair.value, of: key, line: pair.line), pair.line)]
    }
    var result: [(text: String, line: Int?)] = []
    for node in list {
      let line = node.mark?.line ?? pair.line
      result.append((try Self.text(node, of: key, line: line), line))
    }
    return result
  }

  func mapping(_ key: String) throws(ExpectationProblem) -> ExpectationMapping? {
    guard let pair = pair(key), !Self.isEmpty(pair.value) else { return nil }
    return try ExpectationMapping(pair.value, what: "'\(key)'")
  }

  /// A list of mappings.
  func entries(_ key: String) throws(ExpectationProblem) -> [ExpectationMapping]? {
    guard let pair = pair(key), !Self.isEmpty(pair.value) else { return nil }
    guard case .sequence(let list) = pair.value else {
      throw ExpectationProblem(
        line: pair.line, "'\(key)' is a list: begin each entry with a hyphen")
    }
    var result: [ExpectationMapping] = []
    for node in list {
      result.append(try ExpectationMapping(node, what: "an entry of '\(key)'"))
    }
    return result
  }

  private static func isEmpty(_ node: Node) -> Bool {
    node.scalar.map { $0.style == .plain && ["", "~", "null"].contains($0.string) } ?? false
  }

  private static func text(
    _ node: Node, of key: String, line: Int?
  ) throws(ExpectationProblem) -> String {
    guard case .scalar(let scalar) = node else {
      throw ExpectationProblem(line: line, "'\(key)' takes one value")
    }
    // A bare > begins a block of text.
    guard scalar.style != .folded || !scalar.string.trimmed.isEmpty else {
      throw ExpectationProblem(line: line, "'\(key)': \(ExpectationYAML.comparisonHint)")
    }
    let text = scalar.string.trimmed
    guard !text.isEmpty else { throw ExpectationProblem(line: line, "'\(key)' is empty") }
    return text
  }
}
