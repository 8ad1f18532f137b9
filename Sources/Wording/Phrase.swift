/// Words for a reader with what is filled into them, in no language yet.
///
/// Written as any text in Swift: `"\(count) of \(total) packets"`. The words are a message,
/// `"{1} of {2} packets"`, which a ``Language`` may have in its own words; what is filled in is data,
/// which stays as it is, or a phrase again.
package struct Phrase: Sendable {
  indirect enum Content: Sendable {
    case data(String)
    /// With `{1}`, `{2}` and so on in the place of what is filled in.
    case message(String, [Phrase])
    case sequence([Phrase])
    case changed(Phrase, @Sendable (String) -> String)
  }

  let content: Content

  private init(_ content: Content) { self.content = content }

  /// What is the same in every language: numbers, addresses, text of packets.
  package init(verbatim text: String) { content = .data(text) }

  /// A message whose words are put together elsewhere.
  package init(message: String, _ arguments: [Phrase] = []) {
    content = .message(message, arguments)
  }

  /// The words in English.
  package var text: String { Language.english.text(self) }

  package var isEmpty: Bool { text.isEmpty }

  /// `change` is made to the words in whichever language they are.
  package func changed(_ change: @escaping @Sendable (String) -> String) -> Phrase {
    Phrase(.changed(self, change))
  }

  /// With something else in the place of everything that is the same in every language.
  package func replacingData(_ change: (String) -> String) -> Phrase {
    switch content {
    case .data(let text): Phrase(.data(change(text)))
    case .message(let message, let arguments):
      Phrase(.message(message, arguments.map { $0.replacingData(change) }))
    case .sequence(let parts): Phrase(.sequence(parts.map { $0.replacingData(change) }))
    case .changed(let phrase, let step): Phrase(.changed(phrase.replacingData(change), step))
    }
  }

  /// As the beginning of a sentence.
  package var capitalizedFirst: Phrase { changed { $0.prefix(1).uppercased() + $0.dropFirst() } }

  package static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(.sequence([left, right]))
  }

  package static func += (left: inout Phrase, right: Phrase) { left = left + right }

  fileprivate static func joined(_ phrases: [Phrase], _ separator: Phrase) -> Phrase {
    var parts: [Phrase] = []
    for phrase in phrases {
      if !parts.isEmpty { parts.append(separator) }
      parts.append(phrase)
    }
    return Phrase(.sequence(parts))
  }
}

extension Sequence<Phrase> {
  package func joined(separator: Phrase = "") -> Phrase {
    Phrase.joined(Array(self), separator)
  }
}

extension Phrase: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { content = .message(value, []) }

  package init(stringInterpolation: Interpolation) {
    content = .message(stringInterpolation.message, stringInterpolation.arguments)
  }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var message = ""
    fileprivate var arguments: [Phrase] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      message.reserveCapacity(literalCapacity + 3 * interpolationCount)
      arguments.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { message += literal }

    package mutating func appendInterpolation(_ phrase: Phrase) {
      arguments.append(phrase)
      message += "{\(arguments.count)}"
    }

    package mutating func appendInterpolation(_ data: some CustomStringConvertible) {
      appendInterpolation(Phrase(verbatim: data.description))
    }
  }
}

/// Phrases are the same that read the same.
extension Phrase: Hashable {
  package static func == (left: Phrase, right: Phrase) -> Bool { left.text == right.text }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// In English, where text is put together for programs.
extension Phrase: CustomStringConvertible {
  package var description: String { text }
}
