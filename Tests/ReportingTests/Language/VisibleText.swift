import Foundation

/// What a reader of a page is shown or told.
enum VisibleText {
  /// The text of a page's body and of the attributes that are read out or shown on hover.
  static func of(page: String) -> String {
    let body = page.firstRange(of: "<body").map { String(page[$0.lowerBound...]) } ?? page
    let told = body.matches(of: /\s(?:title|alt|aria-label|placeholder)="([^"]*)"/).map(\.1)
    let shown =
      body
      .replacing(/<code>[^<]*<\/code>|<pre[\s\S]*?<\/pre>/, with: " ")
      .replacing(/<\/?(?:abbr|strong|b|em|small|span)\b[^>]*>/, with: "")
      .replacing(/<[^>]*>/, with: "\n")
    return unescaped(shown + "\n" + told.joined(separator: "\n"))
  }

  /// Words that stand in no bracket of ``PseudoLanguage``, in lower case.
  static func unsaidWords(_ text: String) -> Set<String> {
    let rest = PseudoLanguage.unsaid(text).replacing(/--[a-z-]+/, with: " ")
    return Set(words(rest))
  }

  /// Of two letters at least: what is shorter are units and parts of addresses.
  static func words(_ text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber) }
      .filter { $0.count(where: \.isLetter) > 1 && !isDigest($0) }.map { $0.lowercased() }
  }

  /// The beginning of a hash value.
  private static func isDigest(_ word: Substring) -> Bool {
    word.count > 8 && word.contains(where: \.isNumber) && word.allSatisfy(\.isHexDigit)
  }

  /// The words of everything in a report's JSON that is not a sentence.
  static func data(_ json: [UInt8]) throws -> Set<String> {
    var found: Set<String> = []
    func collect(_ value: Any, _ key: String) {
      switch value {
      case let text as String where !sentences.contains(key): found.formUnion(words(text))
      case let list as [Any]: for element in list { collect(element, key) }
      case let object as [String: Any]:
        for (key, element) in object {
          found.formUnion(words(key))
          collect(element, key)
        }
      default: break
      }
    }
    let object = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any] ?? [:]
    // Keys are names of codes, methods and states within lists of counts alone.
    for (key, value) in object { collect(value, key) }
    return found
  }

  private static let sentences: Set<String> = ["title", "detail", "advice", "reason", "measured"]

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
      $0.replacing($1.0, with: $1.1)
    }
  }
}
