internal import CCompression

/// Decompresses Zstandard (RFC 8878), several frames in a row included.
@safe final class ZstdInput: ByteInput {
  private let stream: OpaquePointer
  private var chunk: CompressedChunk
  private var frameEnded = true

  /// The largest window that is accepted, as the power of two: 128 MiB, zstd's own default.
  private static let largestWindow: Int32 = 27

  init(_ input: any ByteInput) throws {
    chunk = CompressedChunk(input)
    guard let stream = unsafe ZSTD_createDStream() else {
      throw DecompressionError(description: "zstd: no memory")
    }
    unsafe self.stream = stream
    unsafe ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.largestWindow)
  }

  deinit { unsafe ZSTD_freeDStream(stream) }

  func read(into bytes: inout [UInt8], from start: Int) throws -> Int {
    while true {
      guard try chunk.refill() else {
        if frameEnded { return 0 }
        throw DecompressionError(description: "the zstd stream ends early")
      }
      let written = try decompress(into: &bytes, from: start)
      if written > 0 { return written }
    }
  }

  private func decompress(into bytes: inout [UInt8], from start: Int) throws -> Int {
    let unread = chunk.unread
    let compressed = chunk.bytes
    let (status, taken, written) = unsafe compressed.withUnsafeBytes { source in
      unsafe bytes.withUnsafeMutableBytes { target in
        var input = unsafe ZSTD_inBuffer(
          src: source.baseAddress! + unread.lowerBound, size: unread.count, pos: 0)
        var output = unsafe ZSTD_outBuffer(
          dst: target.baseAddress! + start, size: target.count - start, pos: 0)
        let status = unsafe ZSTD_decompressStream(stream, &output, &input)
        return unsafe (status, input.pos, output.pos)
      }
    }
    chunk.take(taken)
    if ZSTD_isError(status) != 0 {
      let reason = unsafe String(cString: ZSTD_getErrorName(status))
      throw DecompressionError(description: "the zstd stream is damaged: \(reason)")
    }
    frameEnded = status == 0
    return written
  }
}
