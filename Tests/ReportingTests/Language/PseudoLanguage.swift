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
    "\(opening)" + message.replacing(/\{\d+\}/) { "\(closing)\($0.output)\(opening)" }
      + "\(closing)"
  }

  /// What stands in no bracket, with a space in the place of what does.
  static func unsaid(_ text: String) -> String {
    var isInside = false
    return String(
      text.map { character in
        if character == opening { isInside = true }
        defer { if character == closing { isInside = false } }
        // What is cut off has lost its closing bracket.
        if character == "…" { isInside = false }
        return isInside || character == closing ? " " : character
      })
  }
}
