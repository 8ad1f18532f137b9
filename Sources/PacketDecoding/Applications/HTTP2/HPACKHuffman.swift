/// The Huffman code of header strings (RFC 7541 section 5.2).
///
/// The code of Appendix B is canonical: codes of one length are consecutive numbers in the order of
/// their symbols, and so the lengths say everything.
enum HPACKHuffman {
  private static let endOfString = 256
  private static let longest = 30

  /// Bits of the code of every symbol, the end of the string last.
  private static let lengths: [UInt8] = [
    13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5,
    6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10, 13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6, 15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5,
    6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28, 20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23,
    23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24, 22, 21, 20,
    22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22,
    22, 23, 22, 22, 23, 26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26,
    27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27, 20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25,
    25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26, 30,
  ]

  /// The codes of one length: the first of them, how many there are, and where their symbols begin.
  private struct Row {
    var firstCode: UInt64 = 0
    var count: UInt64 = 0
    var start = 0
  }

  private static let symbols = lengths.indices.sorted { (lengths[$0], $0) < (lengths[$1], $1) }

  private static let rows: [Row] = {
    var rows = [Row](repeating: Row(), count: longest + 1)
    for length in lengths { rows[Int(length)].count += 1 }
    var code: UInt64 = 0
    var start = 0
    for length in 1...longest {
      code = code << 1
      rows[length].firstCode = code
      rows[length].start = start
      code += rows[length].count
      start += Int(rows[length].count)
    }
    return rows
  }()

  /// The decoded rest of `reader`; nil where it is no such code.
  static func decode(_ reader: ByteReader) -> [UInt8]? {
    var result: [UInt8] = []
    var code: UInt64 = 0
    var length = 0
    for index in 0..<reader.remaining {
      guard let byte: UInt8 = reader.peek(at: index) else { return nil }
      for bit in (0..<8).reversed() {
        code = code << 1 | UInt64(byte >> UInt8(bit) & 1)
        length += 1
        let row = rows[length]
        if code < row.firstCode + row.count {
          let symbol = symbols[row.start + Int(code - row.firstCode)]
          guard symbol != endOfString else { return nil }
          result.append(UInt8(truncatingIfNeeded: symbol))
          (code, length) = (0, 0)
        } else if length == longest {
          return nil
        }
      }
    }
    // What fills the last byte up is less than a byte of ones.
    return length < 8 && code == 1 << UInt64(length) - 1 ? result : nil
  }
}
