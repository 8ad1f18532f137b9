internal import CCompression

/// zlib, as far as PNG needs it.
enum Deflate {
  /// The bytes as a zlib stream (RFC 1950).
  static func zlib(_ bytes: [UInt8], level: Int32) -> [UInt8] {
    let bound = Int(compressBound(UInt(bytes.count)))
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      var length = UInt(bound)
      let status = unsafe compress2(
        buffer.baseAddress, &length, bytes, UInt(bytes.count), level)
      // With room for the worst case it fails only where there is no memory.
      precondition(status == Z_OK, "zlib cannot compress: out of memory")
      count = Int(length)
    }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: unsafe CCompression.crc32_z(0, bytes, bytes.count))
  }
}
