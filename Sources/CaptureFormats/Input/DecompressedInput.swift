/// The bytes that come out of a compressed stream.
///
/// Everything that stands before the place where a stream ends early is delivered before the error.
final class DecompressedInput: ByteInput {
  private let input: any ByteInput
  private let decoder: any StreamDecoder
  private var compressed = [UInt8](repeating: 0, count: 128 << 10)
  /// The part of ``compressed`` that the decoder has yet to take.
  private var unread = 0..<0
  private var isBetweenFrames = false
  private var failure: DecompressionError?

  init(_ input: any ByteInput, _ decoder: any StreamDecoder) {
    self.input = input
    self.decoder = decoder
  }

  func read(into bytes: inout [UInt8], from start: Int) throws -> Int {
    // The libraries must not be called again after an error.
    if let failure { throw failure }
    do {
      return try advance(into: &bytes, from: start)
    } catch let error as DecompressionError {
      failure = error
      throw error
    }
  }

  private func advance(into bytes: inout [UInt8], from start: Int) throws -> Int {
    while true {
      if unread.isEmpty { unread = 0..<(try input.read(into: &compressed, from: 0)) }
      if unread.isEmpty, isBetweenFrames { return 0 }
      let step = try decode(into: &bytes, from: start)
      unread = unread.lowerBound + step.taken..<unread.upperBound
      isBetweenFrames = step.endsFrame
      if step.written > 0 { return step.written }
      guard step.taken > 0 else {
        throw DecompressionError(description: "the \(type(of: decoder).name) stream ends early")
      }
    }
  }

  private func decode(into bytes: inout [UInt8], from start: Int) throws -> DecodingStep {
    try unsafe compressed.withUnsafeBytes { source in
      try unsafe bytes.withUnsafeMutableBytes { target in
        try unsafe decoder.decode(
          UnsafeRawBufferPointer(rebasing: source[unread]),
          into: UnsafeMutableRawBufferPointer(rebasing: target[start...]))
      }
    }
  }
}
