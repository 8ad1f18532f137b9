internal import CCompression

/// Decompresses the LZ4 frame format, several frames in a row included.
@safe final class LZ4Input: ByteInput {
  private var context: OpaquePointer?
  private var chunk: CompressedChunk
  private var frameEnded = true

  init(_ input: any ByteInput) throws {
    chunk = CompressedChunk(input)
    unsafe context = nil
    let status = unsafe LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))
    guard LZ4F_isError(status) == 0 else {
      throw DecompressionError(description: "lz4: no memory")
    }
  }

  deinit { unsafe LZ4F_freeDecompressionContext(context) }

  func read(into bytes: inout [UInt8], from start: Int) throws -> Int {
    while true {
      guard try chunk.refill() else {
        if frameEnded { return 0 }
        throw DecompressionError(description: "the lz4 stream ends early")
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
        var taken = unread.count
        var written = target.count - start
        let status = unsafe LZ4F_decompress(
          context, target.baseAddress! + start, &written,
          source.baseAddress! + unread.lowerBound, &taken, nil)
        return (status, taken, written)
      }
    }
    chunk.take(taken)
    if LZ4F_isError(status) != 0 {
      let reason = unsafe String(cString: LZ4F_getErrorName(status))
      throw DecompressionError(description: "the lz4 stream is damaged: \(reason)")
    }
    frameEnded = status == 0
    return written
  }
}
