extension TextStyle {
  /// The room that a text takes in this style, the same on every canvas.
  package func extent(of string: String, fit: TextFit = .line) -> TextExtent {
    TextLayout(string, self, fit).extent
  }

  /// The width of a text on one line.
  package func width(of string: String) -> Double { TextWidths.shared.width(of: string, self) }

  /// The lines into which a text breaks at a width; to be set one by one, over pages if need be.
  package func lines(of string: String, width: Double) -> [String] {
    TextLayout(string, self, .wrapped(width: width)).lines
  }

  /// From baseline to baseline of wrapped text, in points.
  package var lineHeight: Double { extent(of: "Ág").height * lineSpacing }
}
