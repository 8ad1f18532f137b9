/// How a capture is compressed, told by its first bytes and never by its name.
package enum Compression: String, Sendable {
  case none, gzip, zstd, lz4

  package init(firstBytes bytes: some Collection<UInt8>) {
    let magic = Array(bytes.prefix(4))
    self =
      switch magic {
      case [0x28, 0xB5, 0x2F, 0xFD]: .zstd
      case [0x04, 0x22, 0x4D, 0x18]: .lz4
      case _ where magic.starts(with: [0x1F, 0x8B]): .gzip
      default: .none
      }
  }

  /// What `input` holds when it is decompressed.
  package func decompress(_ input: any ByteInput) throws -> any ByteInput {
    switch self {
    case .none: input
    case .gzip: DecompressedInput(input, try GzipDecoder())
    case .zstd: DecompressedInput(input, try ZstdDecoder())
    case .lz4: DecompressedInput(input, try LZ4Decoder())
    }
  }
}
