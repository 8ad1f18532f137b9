/// A name in its domain, as far as that can be told without a list of registries, and what is before it.
struct NameParts {
  /// The last two labels, or three behind a short one of a country ("example.co.uk"); nil for names of one
  /// label and of reverse look-ups.
  private(set) var domain: Substring?
  /// Bytes of labels in front of the domain that are longer than words are.
  private(set) var longBytes = 0

  /// A label is long from here on.
  private static let longLabel = 24

  init(_ name: String) {
    let labels = name.utf8.split(separator: UInt8(ascii: "."))
    guard labels.count > 1, let last = labels.last, !Self.isReverse(last) else { return }
    var count = 2
    if labels.count > 2, last.count == 2, labels[labels.count - 2].count <= 3 { count = 3 }
    domain = name[labels[labels.count - count].startIndex..<last.endIndex]
    for label in labels.dropLast(count) where label.count >= Self.longLabel {
      longBytes += label.count
    }
  }

  private static func isReverse(_ label: Substring.UTF8View) -> Bool {
    label.count == 4 && Substring(label).lowercased() == "arpa"
  }

  /// True if a label is long; costs far less than to take the name apart.
  static func hasLongLabel(_ name: String) -> Bool {
    guard name.utf8.count > longLabel else { return false }
    var length = 0
    for byte in name.utf8 {
      length = byte == 0x2E ? 0 : length + 1
      if length == longLabel { return true }
    }
    return false
  }
}
