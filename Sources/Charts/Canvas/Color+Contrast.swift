internal import Glibc

extension Color {
  /// A colour as people write it: `#0a58a6`, `0a58a6` (in YAML `#` begins a comment) or `#05a`.
  package init?(parsing text: String) {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.utf8.allSatisfy({ Self.isHexadecimal($0) }) else { return nil }
    switch digits.count {
    case 6: self.init(UInt32(digits, radix: 16) ?? 0)
    case 3: self.init(UInt32(digits.map { "\($0)\($0)" }.joined(), radix: 16) ?? 0)
    default: return nil
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  /// How well the one is told from the other, 1 to 21 (WCAG 2.2, contrast ratio).
  package func contrast(with other: Color) -> Double {
    let (mine, others) = (luminance, other.luminance)
    return (max(mine, others) + 0.05) / (min(mine, others) + 0.05)
  }

  /// WCAG 2.2, relative luminance.
  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  private static func linear(_ component: Double) -> Double {
    component <= 0.04045 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4)
  }
}
