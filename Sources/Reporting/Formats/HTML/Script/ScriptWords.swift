internal import Wording

/// What our scripts say: there in English, and put into another language when they are written.
enum ScriptWords {
  /// The words as a literal of the script has them, and what it fills in.
  private static let all: [(words: String, values: [String])] = [
    (words: "Filter rows", values: []),
    (words: "Filter rows: {1}", values: ["caption(table.caption)"]),
    (words: "Copy as CSV", values: []),
    (words: "Copy as CSV: {1}", values: ["caption(table.caption)"]),
    (words: "Copied", values: []),
    (words: "Could not copy", values: []),
    (words: "{1} of {2} rows", values: ["shown", "rows.length"]),
    (words: "Link to: {1}", values: ["text(node)"]),
    (words: "Live", values: []),
    (words: "Not updated", values: []),
    (words: "No new data", values: []),
    (words: " · {1} ago", values: ["duration(age(live))"]),
    (words: " for {1}", values: ["duration(age(news))"]),
    (words: ": the capture may have stopped.", values: []),
    (words: ": the server of this page does not answer.", values: []),
  ]

  static func said(_ script: String, in language: Language) -> String {
    guard language.code != Language.english.code else { return script }
    return all.reduce(script) { script, entry in
      script.replacing(
        literal(entry.words, entry.values, .english),
        with: literal(entry.words, entry.values, language))
    }
  }

  private static func literal(_ words: String, _ values: [String], _ language: Language) -> String {
    let text = language.parts(of: words).map { part in
      switch part {
      case .words(let words): escaped(words)
      case .place(let place): values.indices.contains(place - 1) ? "${\(values[place - 1])}" : ""
      }
    }.joined()
    return values.isEmpty ? "\"\(text)\"" : "`\(text)`"
  }

  /// Nothing in a translation ends the literal that it stands in, or is run.
  private static func escaped(_ words: Substring) -> String {
    var result = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\", "\"", "`", "$": result += "\\\(scalar)"
      case "\n", "\r", "\u{2028}", "\u{2029}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
