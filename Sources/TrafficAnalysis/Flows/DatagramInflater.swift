internal import CCompression

/// Inflates the payloads of datagrams (RFC 2394, RFC 1951), one after another.
@safe final class DatagramInflater {
  /// A datagram is no longer than its length field can say.
  static let byteLimit = 65_535

  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool
  private var buffer = [UInt8](repeating: 0, count: byteLimit)

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    // -15: the largest window, and no framing around the stream.
    isReady = unsafe inflateInit2_(stream, -15, ZLIB_VERSION, size) == Z_OK
  }

  deinit {
    if isReady { unsafe inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// The bytes that `compressed` stands for; nil if it is no whole stream of DEFLATE, stands for
  /// nothing, or for more than a datagram holds.
  func inflate(_ compressed: RawSpan) -> [UInt8]? {
    guard isReady, unsafe inflateReset(stream) == Z_OK else { return nil }
    let count = unsafe compressed.withUnsafeBytes { source in
      unsafe buffer.withUnsafeMutableBytes { target in unsafe inflate(source, into: target) }
    }
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// How many bytes were written, 0 where the stream did not come to its end.
  private func inflate(
    _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    // zlib reads here and never writes, whatever its type says.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: source.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe stream.pointee.avail_in = UInt32(source.count)
    unsafe stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = UInt32(target.count)
    guard unsafe CCompression.inflate(stream, Z_FINISH) == Z_STREAM_END else { return 0 }
    return unsafe target.count - Int(stream.pointee.avail_out)
  }
}
