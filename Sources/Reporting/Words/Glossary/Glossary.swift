package import Wording

/// Finds terms of art in texts of ours.
///
/// Words are compared without case, unless they have two capitals, and without a plural's "s".
package struct Glossary: Sendable {
  package static let standard = Glossary(
    GlossaryTerms.report + GlossaryTerms.transport + GlossaryTerms.applications
      + GlossaryTerms.network)

  package static func said(in language: Language) -> Glossary {
    language.code == Language.english.code
      ? standard : Glossary(standard.entries.map { $0.said(in: language) })
  }

  let entries: [GlossaryEntry]
  /// Places in ``entries`` by the first word of a term, the longest terms first.
  private let places: [String: [(words: [String], place: Int)]]

  init(_ entries: [GlossaryEntry]) {
    let entries = entries.sorted {
      let (left, right) = ($0.term.text, $1.term.text)
      return (left.lowercased(), left) < (right.lowercased(), right)
    }
    var places: [String: [(words: [String], place: Int)]] = [:]
    for (place, entry) in entries.enumerated() {
      for form in [entry.term] + entry.others {
        let words = Self.words(of: form.text).map(\.normal)
        guard let first = words.first else { continue }
        places[first, default: []].append((words, place))
      }
    }
    self.entries = entries
    self.places = places.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// A place in a text where a term stands.
  struct Mark {
    var range: Range<String.Index>
    var entry: GlossaryEntry
  }

  /// Every term in a text, none within another.
  func marks(in text: String) -> [Mark] {
    let words = Self.words(of: text)
    var marks: [Mark] = []
    var index = 0
    while index < words.count {
      let found = places[words[index].normal]?.first { candidate in
        candidate.words.count <= words.count - index
          && candidate.words.indices.allSatisfy { words[index + $0].normal == candidate.words[$0] }
      }
      if let found {
        let last = words[index + found.words.count - 1]
        marks.append(
          Mark(
            range: words[index].range.lowerBound..<last.range.upperBound,
            entry: entries[found.place]))
      }
      index += found?.words.count ?? 1
    }
    return marks
  }

  /// What a text means that is nothing but a term.
  package func explanation(of text: String) -> String? {
    guard let mark = marks(in: text).first, mark.range == text.startIndex..<text.endIndex else {
      return nil
    }
    return mark.entry.text.text
  }

  /// Whether a word is explained, be it alone or as a part of a term in the text.
  package func explains(_ word: String, in text: String) -> Bool {
    marks(in: text).contains { text[$0.range].contains(word) }
  }

  private struct Word {
    var normal: String
    var range: Range<String.Index>
  }

  /// Runs of letters and digits.
  private static func words(of text: String) -> [Word] {
    plainWords(of: text)
      ?? text.split { !($0.isLetter || $0.isNumber) }.map { part in
        Word(normal: normal(part), range: part.startIndex..<part.endIndex)
      }
  }

  private static func normal(_ word: Substring) -> String {
    let stem = word.last == "s" ? word.dropLast() : word
    return word.count(where: \.isUppercase) > 1 ? String(stem) : stem.lowercased()
  }

  /// The words of a text in ASCII, byte by byte, as nearly all are; nil for others.
  private static func plainWords(of text: String) -> [Word]? {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    var words: [Word] = []
    var start = 0
    for end in 0...bytes.count where end == bytes.count || !isLetterOrDigit(bytes[end]) {
      if end > start {
        let first = text.utf8.index(text.startIndex, offsetBy: start)
        words.append(
          Word(
            normal: normal(bytes[start..<end]),
            range: first..<text.utf8.index(first, offsetBy: end - start)))
      }
      start = end + 1
    }
    return words
  }

  private static func normal(_ word: ArraySlice<UInt8>) -> String {
    let stem = word.last == smallS ? word.dropLast() : word
    guard word.count(where: isCapital) <= 1 else { return String(decoding: stem, as: UTF8.self) }
    return String(decoding: stem.map { isCapital($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// As a number: a letter in quotation marks would be a message to translate here.
  private static let smallS: UInt8 = 0x73

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isCapital(byte & ~0x20) || (0x30...0x39).contains(byte)
  }
}
