internal import CCompression

/// Decompresses gzip (RFC 1952), several members in a row included.
@safe final class GzipInput: ByteInput {
  private var stream: UnsafeMutablePointer<z_stream>
  private var chunk: CompressedChunk
  private var memberEnded = false

  init(_ input: any ByteInput) throws {
    chunk = CompressedChunk(input)
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    // 15 + 16: the largest window, gzip framing only.
    guard unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else {
      throw DecompressionError(description: "gzip: no memory")
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  func read(into bytes: inout [UInt8], from start: Int) throws -> Int {
    while true {
      guard try chunk.refill() else {
        if memberEnded { return 0 }
        throw DecompressionError(description: "the gzip stream ends early")
      }
      if memberEnded {
        unsafe inflateReset(stream)
        memberEnded = false
      }
      let written = try inflate(into: &bytes, from: start)
      if written > 0 { return written }
    }
  }

  private func inflate(into bytes: inout [UInt8], from start: Int) throws -> Int {
    let unread = chunk.unread
    let compressed = chunk.bytes
    let (status, taken, written) = unsafe compressed.withUnsafeBufferPointer { source in
      unsafe bytes.withUnsafeMutableBufferPointer { target in
        // zlib reads here and never writes, whatever its type says.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: source.baseAddress! + unread.lowerBound)
        unsafe stream.pointee.avail_in = UInt32(unread.count)
        unsafe stream.pointee.next_out = target.baseAddress! + start
        unsafe stream.pointee.avail_out = UInt32(target.count - start)
        let status = unsafe CCompression.inflate(stream, Z_NO_FLUSH)
        return unsafe (
          status, unread.count - Int(stream.pointee.avail_in),
          target.count - start - Int(stream.pointee.avail_out)
        )
      }
    }
    chunk.take(taken)
    memberEnded = status == Z_STREAM_END
    guard status == Z_OK || status == Z_STREAM_END || written > 0 else {
      throw DecompressionError(description: "the gzip stream is damaged")
    }
    return written
  }
}
