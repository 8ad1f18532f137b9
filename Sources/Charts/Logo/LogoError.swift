/// Why a picture cannot be a logo, and what would be one.
package struct LogoError: Error, Hashable, CustomStringConvertible {
  package var description: String

  init(_ description: String) { self.description = description }

  static let unknown = LogoError("this is neither a PNG nor an SVG picture")
  static let tooLarge = LogoError(
    "a logo has at most \(Logo.byteLimit >> 10) KiB; save it smaller")
}
