extension RawSpan {
  /// The integer at `offset` in the given byte order; the caller has checked that it lies inside.
  @inline(__always)
  func load<T: FixedWidthInteger & BitwiseCopyable>(
    _ offset: Int, bigEndian: Bool, as type: T.Type = T.self
  ) -> T {
    precondition(offset >= 0 && offset <= byteCount - MemoryLayout<T>.size)
    let value = unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: T.self)
    return bigEndian ? T(bigEndian: value) : T(littleEndian: value)
  }
}

extension [UInt8] {
  /// The bytes themselves, for as long as nobody changes the array.
  package var rawSpan: RawSpan {
    @_lifetime(borrow self)
    get {
      let elements = span
      // UInt8 has no padding, which is what makes `bytes` unsafe for other types.
      return unsafe _overrideLifetime(elements.bytes, borrowing: self)
    }
  }

  /// UTF-8 text up to the first NUL; invalid sequences become U+FFFD.
  var text: String { String(decoding: prefix { $0 != 0 }, as: UTF8.self) }
}
