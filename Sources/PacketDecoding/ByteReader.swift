/// A forward-only reader of untrusted bytes in network byte order.
///
/// Every load from raw memory in this target is here, behind one bounds check.
public struct ByteReader: ~Escapable {
  @usableFromInline let bytes: RawSpan
  @usableFromInline var next: Int
  @usableFromInline var bound: Int

  /// Where the next byte is read, from the start of the frame.
  @inlinable @inline(__always)
  public var offset: Int { next }

  /// Where the readable bytes end, from the start of the frame.
  @inlinable @inline(__always)
  public var end: Int { bound }

  @inlinable @inline(__always)
  @_lifetime(copy bytes)
  public init(_ bytes: RawSpan) {
    self.bytes = bytes
    next = 0
    bound = bytes.byteCount
  }

  /// Reads only `range`, clamped to the bytes there are; offsets still count from their start.
  @inlinable @inline(__always)
  @_lifetime(copy bytes)
  public init(_ bytes: RawSpan, range: Range<Int>) {
    self.bytes = bytes
    bound = min(max(range.upperBound, 0), bytes.byteCount)
    next = min(max(range.lowerBound, 0), bound)
  }

  /// How many bytes can still be read.
  @inlinable @inline(__always)
  public var remaining: Int { end - offset }

  @inlinable @inline(__always)
  public var isAtEnd: Bool { offset >= end }

  /// Reads an unsigned integer in network byte order.
  @inlinable @inline(__always)
  public mutating func read<T: FixedWidthInteger & BitwiseCopyable>(
    as type: T.Type = T.self
  ) throws(DecodeError) -> T {
    let start = offset
    try skip(MemoryLayout<T>.size)
    return T(bigEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: T.self))
  }

  /// Reads an integer in little-endian byte order, as radiotap, USB and SMB have it.
  @inlinable @inline(__always)
  public mutating func readLittleEndian<T: FixedWidthInteger & BitwiseCopyable>(
    as type: T.Type = T.self
  ) throws(DecodeError) -> T {
    try read(as: T.self).byteSwapped
  }

  /// The integer `distance` bytes ahead in network byte order, or nil past the end.
  @inlinable @inline(__always)
  public func peek<T: FixedWidthInteger & BitwiseCopyable>(
    at distance: Int = 0, as type: T.Type = T.self
  ) -> T? {
    guard distance >= 0, distance <= remaining - MemoryLayout<T>.size else { return nil }
    let place = offset + distance
    return T(bigEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: T.self))
  }

  @inlinable @inline(__always)
  public mutating func skip(_ count: Int) throws(DecodeError) {
    guard count >= 0, count <= end - offset else {
      throw .truncated(needed: count, available: end - offset, at: offset)
    }
    next += count
  }

  /// Ends the readable bytes `count` bytes from here, so that link-layer padding is not payload.
  @inlinable @inline(__always)
  public mutating func limit(to count: Int) {
    guard count >= 0, count < end - offset else { return }
    bound = offset + count
  }

  /// Moves to `position`, counted from the start of the frame, which may be behind.
  @inlinable @inline(__always)
  public mutating func seek(to position: Int) throws(DecodeError) {
    guard position >= 0, position <= end else {
      throw .truncated(needed: position - offset, available: end - offset, at: offset)
    }
    next = position
  }

  /// Copies `count` bytes out.
  package mutating func readBytes(_ count: Int) throws(DecodeError) -> [UInt8] {
    var result: [UInt8] = []
    try readBytes(count, onto: &result)
    return result
  }

  /// Copies `count` bytes to the end of an array.
  package mutating func readBytes(
    _ count: Int, onto target: inout [UInt8]
  ) throws(DecodeError) {
    let start = offset
    try skip(count)
    unsafe bytes.extracting(start..<start + count).withUnsafeBytes { source in
      unsafe target.append(contentsOf: source)
    }
  }

  /// The next `count` bytes as UTF-8, or as many of them as there are; what is not becomes U+FFFD.
  package func text(_ count: Int) -> String {
    let range = offset..<offset + min(max(count, 0), remaining)
    return unsafe bytes.extracting(range).withUnsafeBytes { source in
      unsafe String(decoding: source, as: UTF8.self)
    }
  }

  /// The bytes that can be read, without the next `count`.
  @_lifetime(copy self)
  package func bytesAhead(_ count: Int) -> RawSpan {
    bytes.extracting(min(offset + max(0, count), end)..<end)
  }

  /// A reader of the next `count` bytes alone; this one moves past them.
  @_lifetime(copy self)
  package mutating func split(_ count: Int) throws(DecodeError) -> ByteReader {
    let start = offset
    try skip(count)
    return ByteReader(bytes, range: start..<start + count)
  }
}
