/// A colour of the sRGB space, its components between 0 and 1.
package struct Color: Hashable, Sendable {
  package var red: Double
  package var green: Double
  package var blue: Double
  package var alpha: Double
  /// Drawn across shapes of this colour, for print without colours.
  package var hatching: Hatching?

  package init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// An opaque colour as it is written in style sheets, `0x1A2B3C`.
  package init(_ hex: UInt32) {
    self.init(
      red: Double(hex >> 16 & 255) / 255, green: Double(hex >> 8 & 255) / 255,
      blue: Double(hex & 255) / 255)
  }

  package func opacity(_ alpha: Double) -> Color {
    Color(red: red, green: green, blue: blue, alpha: alpha)
  }

  /// The opaque colour that results from mixing in `share` of another one.
  package func mixed(with other: Color, share: Double) -> Color {
    Color(
      red: red + (other.red - red) * share, green: green + (other.green - green) * share,
      blue: blue + (other.blue - blue) * share)
  }

  /// "#1a2b3c", for style sheets; without the alpha.
  package var hex: String {
    let bytes = [red, green, blue].map { UInt8(min(max($0, 0), 1) * 255 + 0.5) }
    return "#"
      + bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
