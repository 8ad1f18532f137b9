/// Text in CommonMark that stays text: no markup, no HTML, no links that make themselves.
enum MarkdownEscape {
  private static let special = "\\`*_[]#!|~$".unicodeScalars

  static func text(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in SafeText.visible(text, limit: 1_000).unicodeScalars {
      // A mark of HTML must not be one even where backslashes are not understood.
      switch scalar {
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "-", "+",
        "=" where escaped.isEmpty, _ where special.contains(scalar):
        escaped.append("\\")
        escaped.append(scalar)
      default: escaped.append(scalar)
      }
    }
    return withoutLinks(String(escaped))
  }

  /// A span of code, in which nothing is markup; where the text has what ends one, plain text.
  static func code(_ text: String) -> String {
    let safe = SafeText.visible(text)
    let isQuiet = !safe.unicodeScalars.contains { "`|\\<>&".unicodeScalars.contains($0) }
    return isQuiet && !safe.isEmpty && safe != "–" ? "`\(safe)`" : self.text(safe)
  }

  static func inline(_ text: InlineText) -> String {
    text.runs.map { run in
      switch run.style {
      case .plain: self.text(run.text)
      case .strong: "**\(self.text(run.text))**"
      case .mono: code(run.text)
      case .emphasis: "*\(self.text(run.text))*"
      case .link(let address): "[\(self.text(run.text))](\(address))"
      // A summary has no sections to go to.
      case .section: self.text(run.text)
      case .file: "[\(code(run.text))](\(run.text))"
      }
    }.joined()
  }

  /// A block of code between marks that are longer than any in it.
  static func block(_ lines: [String]) -> [String] {
    let runs = lines.flatMap { $0.split { $0 != "`" } }.map(\.count)
    let fence = String(repeating: "`", count: max(3, (runs.max() ?? 0) + 1))
    return [fence] + lines + [fence]
  }

  /// GitHub makes links of "www.", "://" and addresses with "@"; an entity in them prevents it.
  private static func withoutLinks(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      if rest.hasPrefix("://") {
        result += "&#58;//"
        rest = rest.dropFirst(3)
      } else if rest.prefix(4).lowercased() == "www." {
        result += rest.prefix(3) + "&#46;"
        rest = rest.dropFirst(4)
      } else {
        result += character == "@" ? "&#64;" : String(character)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
