internal import CCompression

/// Decompresses the LZ4 frame format.
@safe final class LZ4Decoder: StreamDecoder {
  static let name = "lz4"

  private var context: OpaquePointer?
  /// How many bytes end the block in hand. No more are shown to the library in one call, because it
  /// does not say what it wrote before the block that it finds damaged.
  private var wanted = LZ4Decoder.headerSize

  /// The smallest frame header (LZ4F_HEADER_SIZE_MIN).
  private static let headerSize = 7

  init() throws {
    unsafe context = nil
    let status = unsafe LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))
    guard LZ4F_isError(status) == 0 else {
      throw DecompressionError(description: "lz4: no memory")
    }
  }

  deinit { unsafe LZ4F_freeDecompressionContext(context) }

  func decode(
    _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) throws(DecompressionError) -> DecodingStep {
    var taken = min(source.count, wanted)
    var written = target.count
    let status = unsafe LZ4F_decompress(
      context, target.baseAddress, &written, source.baseAddress, &taken, nil)
    if LZ4F_isError(status) != 0 {
      let reason = unsafe String(cString: LZ4F_getErrorName(status))
      throw DecompressionError(description: "the lz4 stream is damaged: \(reason)")
    }
    wanted = status == 0 ? Self.headerSize : status
    return DecodingStep(taken: taken, written: written, endsFrame: status == 0)
  }
}
