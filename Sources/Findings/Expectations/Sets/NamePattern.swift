import PacketDecoding

/// An entry of a list: it names one thing, or many.
package struct NamePattern: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    case network(AddressPrefix)
    case ports(PortRange)
    /// Any characters where there is a `*`; capitals make no difference.
    case wildcard
  }

  /// As it was written.
  package let text: String
  private let form: Form
  /// What stands between the asterisks, in lower case.
  private let parts: [[UInt8]]

  package init(_ text: String, _ form: Form) {
    self.text = text
    self.form = form
    parts = text.lowercased().utf8.split(
      separator: UInt8(ascii: "*"), omittingEmptySubsequences: false
    ).map { Array($0) }
  }

  func matches(_ address: IPAddress) -> Bool {
    if case .network(let prefix) = form { return prefix.contains(address) }
    return matches(address.description)
  }

  package func matches(_ name: String) -> Bool {
    switch form {
    case .network(let prefix):
      // A server that was asked for by its address.
      return AddressPrefix(name).map { prefix.contains($0.address) } ?? false
    case .ports(let range): return range.contains(name)
    case .wildcard: return matchesText(Array(name.lowercased().utf8))
    }
  }

  /// The parts follow one another, each as early as can be; the last one ends the text.
  private func matchesText(_ text: [UInt8]) -> Bool {
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return text == parts.first
    }
    guard text.starts(with: first), text.count >= first.count + last.count else { return false }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    guard text.suffix(last.count).elementsEqual(last) else { return false }
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let place = rest.firstRange(of: part) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }
}
