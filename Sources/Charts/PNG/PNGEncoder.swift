/// Writes opaque pixels as a PNG file (W3C Portable Network Graphics, third edition).
///
/// Measured with a chart of 2240 × 900 pixels that is full of text: Cairo's own writer 60 ms; this one
/// 11 ms and 110 kB. zlib's level 4 takes twice the time for a seventh less, level 1 saves nothing;
/// filters make text larger (300 against 250 kB as RGB) and areas of one colour not smaller.
package enum PNGEncoder {
  /// Rows of 32-bit pixels, `0x00RRGGBB` in the machine's order, `stride` bytes apart.
  package static func encode(_ pixels: RawSpan, width: Int, height: Int, stride: Int) -> [UInt8] {
    let image = PixelRows(pixels, width: width, height: height, stride: stride)
    let indexed = IndexedImage(image)
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let colorType: UInt8 = indexed == nil ? 2 : 3
    file.appendChunk(
      "IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, colorType, 0, 0, 0])
    if let indexed {
      file.appendChunk("PLTE", indexed.palette)
      file.appendChunk("IDAT", Deflate.zlib(indexed.rows, level: 3))
    } else {
      file.appendChunk("IDAT", Deflate.zlib(image.rgb(), level: 2))
    }
    file.appendChunk("IEND", [])
    return file
  }
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}

extension [UInt8] {
  fileprivate mutating func appendChunk(_ type: StaticString, _ content: [UInt8]) {
    let typed = type.bytes + content
    append(contentsOf: bigEndian(UInt32(truncatingIfNeeded: content.count)))
    append(contentsOf: typed)
    append(contentsOf: bigEndian(Deflate.crc32(typed)))
  }
}

extension StaticString {
  fileprivate var bytes: [UInt8] { Array(description.utf8) }
}
