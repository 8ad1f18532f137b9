internal import CCompression

/// Decompresses gzip (RFC 1952).
@safe final class GzipDecoder: StreamDecoder {
  static let name = "gzip"

  private let stream: UnsafeMutablePointer<z_stream>
  private var memberEnded = false

  init() throws {
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

  func decode(
    _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) throws(DecompressionError) -> DecodingStep {
    if memberEnded { unsafe inflateReset(stream) }
    // zlib reads here and never writes, whatever its type says.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: source.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe stream.pointee.avail_in = UInt32(source.count)
    unsafe stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = UInt32(target.count)
    let status = unsafe inflate(stream, Z_NO_FLUSH)
    let taken = unsafe source.count - Int(stream.pointee.avail_in)
    let written = unsafe target.count - Int(stream.pointee.avail_out)
    memberEnded = status == Z_STREAM_END
    // Z_BUF_ERROR: nothing to do without more input.
    guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(status) || written > 0 else {
      throw DecompressionError(description: "the gzip stream is damaged")
    }
    return DecodingStep(taken: taken, written: written, endsFrame: memberEnded)
  }
}
