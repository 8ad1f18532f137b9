import Foundation
import TestSupport
import Wording

/// A language that brackets the words of every message and leaves out what is filled in, so that one
/// sees in a report what was said and what is data.
enum PseudoLanguage {
  static let opening: Character = "⟦"
  static let closing: Character = "⟧"

  /// The English words of all messages.
  static let catalogue: [String: String] = {
    let file = Project.root.appending(path: "Languages/en.json")
    let data = (try? Data(contentsOf: file)) ?? Data()
    return (try? JSONDecoder().decode([String: String].self, from: data)) ?? [:]
  }()

  /// Anew each time, as it remembers what it was asked for in vain.
  static var language: Language {
    Language(code: "xx", messages: catalogue.mapValues(bracketed))
  }

  private static func bracketed(_ message: String) -> String {
    "\(opening)" + message.replacing(/\{\d+\}/) { "\(closing)\($0.output)\(opening)" } + "\(closing)"
  }

  /// What stands in no bracket.
  static func unsaid(_ text: String) -> String {
    var depth = 0
    return String(
      text.filter { character in
        if character == opening { depth += 1 }
        if character == closing { depth -= 1 }
        // What is cut off has lost its closing bracket.
        if character == "…" { depth = 0 }
        return depth == 0 && character != closing
      })
  }
}
