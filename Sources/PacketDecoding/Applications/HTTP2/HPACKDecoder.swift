/// Reads the header blocks of one direction of an HTTP/2 connection (RFC 7541).
///
/// Each block builds on all before it. When one of them was lost, or was none, fields that the sender
/// refers to by number are not known any more; those that are in the static table, or written out,
/// still are.
struct HPACKDecoder: Sendable {
  private var table = HPACKDynamicTable()
  private(set) var isDamaged = false

  /// About what is kept for the blocks to come.
  var heldByteCount: Int { table.byteCount }

  /// Notes that a block was lost.
  mutating func damage() {
    isDamaged = true
    table = HPACKDynamicTable()
  }

  /// Hands each field of a block to `body`, as far as the block can be read.
  mutating func decode(_ block: ByteReader, _ body: (HPACKField) -> Void) {
    var reader = block
    while let first: UInt8 = reader.peek() {
      guard decode(first, &reader, body) else { return damage() }
    }
  }

  /// Reads one representation (RFC 7541 section 6); false if it is none.
  private mutating func decode(
    _ first: UInt8, _ reader: inout ByteReader, _ body: (HPACKField) -> Void
  ) -> Bool {
    if first & 0x80 != 0 {
      guard let index = Self.integer(&reader, bits: 7), index > 0 else { return false }
      guard let field = field(index) else { return isDamaged }
      body(field)
      return true
    }
    if first & 0xE0 == 0x20 {
      guard let size = Self.integer(&reader, bits: 5) else { return false }
      return table.resize(to: size)
    }
    let isIndexed = first & 0x40 != 0
    guard let index = Self.integer(&reader, bits: isIndexed ? 6 : 4),
      let name = index == 0 ? Self.string(&reader) : field(index)?.name ?? (isDamaged ? [] : nil),
      let value = Self.string(&reader)
    else { return false }
    let field = HPACKField(name: name, value: value)
    if isIndexed, !isDamaged { table.insert(field) }
    body(field)
    return true
  }

  /// The field with a number of the common space of both tables (section 2.3.3).
  private func field(_ index: Int) -> HPACKField? {
    let count = HPACKStaticTable.fields.count
    return index <= count ? HPACKStaticTable.fields[index - 1] : table[index - count - 1]
  }

  /// A number that begins in the last `bits` of a byte (section 5.1), below 2^28.
  private static func integer(_ reader: inout ByteReader, bits: Int) -> Int? {
    guard let first: UInt8 = reader.peek() else { return nil }
    reader.advance(1)
    let mask = 1 << bits - 1
    var value = Int(first) & mask
    guard value == mask else { return value }
    for shift in stride(from: 0, to: 28, by: 7) {
      guard let byte: UInt8 = reader.peek() else { return nil }
      reader.advance(1)
      value += Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }

  /// A text, coded or plain (section 5.2).
  private static func string(_ reader: inout ByteReader) -> [UInt8]? {
    guard let first: UInt8 = reader.peek(), let count = integer(&reader, bits: 7),
      let text = try? reader.split(count)
    else { return nil }
    guard first & 0x80 == 0 else { return HPACKHuffman.decode(text) }
    var plain = text
    return try? plain.readBytes(count)
  }
}
