internal import Glibc

/// Sine and cosine, for points on circles.
enum Sine {
  static func sine(_ angle: Double) -> Double { sin(angle) }
  static func cosine(_ angle: Double) -> Double { cos(angle) }
}
