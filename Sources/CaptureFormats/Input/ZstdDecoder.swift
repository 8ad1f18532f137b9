internal import CCompression

/// Decompresses Zstandard (RFC 8878).
@safe final class ZstdDecoder: StreamDecoder {
  static let name = "zstd"

  private let stream: OpaquePointer
  /// How many bytes end the block in hand. No more are shown to the library in one call, because it
  /// does not say what it wrote before the block that it finds damaged.
  private var wanted = ZstdDecoder.headerSize

  /// The smallest frame header (ZSTD_FRAMEHEADERSIZE_MIN).
  private static let headerSize = 6
  /// The largest window that is accepted, as the power of two: 128 MiB, zstd's own default.
  private static let largestWindow: Int32 = 27

  init() throws {
    guard let stream = unsafe ZSTD_createDStream() else {
      throw DecompressionError(description: "zstd: no memory")
    }
    unsafe self.stream = stream
    unsafe ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.largestWindow)
  }

  deinit { unsafe ZSTD_freeDStream(stream) }

  func decode(
    _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) throws(DecompressionError) -> DecodingStep {
    var input = unsafe ZSTD_inBuffer(
      src: source.baseAddress, size: min(source.count, wanted), pos: 0)
    var output = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
    let status = unsafe ZSTD_decompressStream(stream, &output, &input)
    if ZSTD_isError(status) != 0 {
      let reason = unsafe String(cString: ZSTD_getErrorName(status))
      throw DecompressionError(description: "the zstd stream is damaged: \(reason)")
    }
    wanted = status == 0 ? Self.headerSize : status
    return unsafe DecodingStep(taken: input.pos, written: output.pos, endsFrame: status == 0)
  }
}
