internal import Synchronization

/// The words that phrases have in a language; English is what the program itself says.
package struct Language: Sendable {
  package static let english = Language()

  /// As in `<html lang>`, "en".
  package let code: String
  private let messages: [String: String]
  private let gaps: Gaps?

  private init() {
    code = "en"
    messages = [:]
    gaps = nil
  }

  /// What is not among `messages`, by their English words, stays English.
  package init(code: String, messages: [String: String]) {
    self.code = code
    self.messages = messages.filter { !$0.value.isEmpty }
    gaps = Gaps()
  }

  /// The messages that were asked for in vain.
  package var missing: [String] { gaps?.messages.withLock { $0.sorted() } ?? [] }

  package func text(_ phrase: Phrase) -> String {
    switch phrase.content {
    case .data(let text): text
    case .message(let message, let arguments):
      arguments.isEmpty ? words(message) : fill(words(message), with: arguments)
    case .sequence(let parts): parts.reduce(into: "") { $0 += text($1) }
    case .changed(let phrase, let change): change(text(phrase))
    }
  }

  package enum Part {
    case words(Substring)
    /// What is filled in, by its number.
    case place(Int)
  }

  /// A message in the words of the language, for those who fill in more than text.
  package func parts(of message: String) -> [Part] {
    let message = words(message)
    var parts: [Part] = []
    var rest = Substring(message)
    while let (words, number, tail) = Message.nextPlace(in: rest) {
      parts += [.words(words), .place(number)]
      rest = tail
    }
    return parts + [.words(rest)]
  }

  private func words(_ message: String) -> String {
    guard let gaps else { return message }
    if let words = messages[message] { return words }
    if Message.hasWords(message) { gaps.messages.withLock { _ = $0.insert(message) } }
    return message
  }

  private func fill(_ message: String, with arguments: [Phrase]) -> String {
    var result = ""
    var rest = Substring(message)
    while let (words, number, tail) = Message.nextPlace(in: rest) {
      result += words
      if arguments.indices.contains(number - 1) { result += text(arguments[number - 1]) }
      rest = tail
    }
    return result + rest
  }

  /// Shared by all copies, as they are one language.
  private final class Gaps: Sendable {
    let messages = Mutex<Set<String>>([])
  }
}
