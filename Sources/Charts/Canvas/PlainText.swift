/// Text from packets made fit to be drawn: nothing in it can steer the layout or hide.
///
/// Control characters and those that change the direction of text or cannot be seen appear as their
/// code, "‹U+202E›"; what is longer than anybody reads is cut off.
package struct PlainText: Hashable, Sendable {
  /// Layout costs time by length; a report shows no text near as long as this.
  package static let maximumLength = 4_096
  /// More marks on one letter than any script stacks only serve to cover the lines around.
  private static let maximumMarks = 4

  package let string: String

  package init(_ text: String, maximumLength: Int = maximumLength) {
    var scalars = String.UnicodeScalarView()
    var length = 0
    var marks = 0
    for scalar in text.unicodeScalars {
      guard length < maximumLength else {
        scalars.append("…")
        break
      }
      marks = scalar.value > 0x2FF && scalar.properties.isMark ? marks + 1 : 0
      guard marks <= Self.maximumMarks else { continue }
      length += 1
      if let substitute = Self.substitute(for: scalar) {
        scalars.append(contentsOf: substitute.unicodeScalars)
      } else {
        scalars.append(scalar)
      }
    }
    string = String(scalars)
  }

  /// What is drawn in place of a character that must not be; nil for all others.
  private static func substitute(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0,  // C0 and C1 controls
      0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F,  // unseen, or marks of direction
      0x2028...0x202E, 0x2060...0x206F,  // separators, embeddings, isolates
      0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB,  // selectors, byte order mark, annotations
      0xE0000...0xE0FFF:  // tags and more selectors
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
    default:
      return nil
    }
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isMark: Bool {
    switch generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
