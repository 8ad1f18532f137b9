/// Decompresses one format, several frames in a row included, as its library gives the bytes away.
protocol StreamDecoder: AnyObject {
  /// As errors name the format.
  static var name: String { get }

  /// Takes from `source` and writes to `target` as far as the library does in one call.
  ///
  /// With an empty `source` it writes what it took before and had no room for.
  func decode(
    _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) throws(DecompressionError) -> DecodingStep
}

/// What one call of a decompressor did.
struct DecodingStep {
  var taken: Int
  var written: Int
  /// True where the input may end.
  var endsFrame: Bool
}
