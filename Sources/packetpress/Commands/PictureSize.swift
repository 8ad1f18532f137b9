import ArgumentParser
import Charts

/// The value of `--size`: "1200x600", in points.
struct PictureSize: ExpressibleByArgument {
  /// Smaller ones have no room for a heading, larger ones take memory for nothing.
  static let sides = 100.0...10_000

  var size: Size

  init?(argument: String) {
    let sides = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, let width = Double(sides[0]), let height = Double(sides[1]),
      Self.sides.contains(width), Self.sides.contains(height)
    else { return nil }
    size = Size(width, height)
  }
}
