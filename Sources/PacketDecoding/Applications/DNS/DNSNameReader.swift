/// Reads the domain names of a message (RFC 1035 sections 3.1 and 4.1.4) as Wireshark shows them; one
/// reader serves message after message.
package struct DNSNameReader: Sendable {
  /// A name has at most 255 bytes with its length bytes, of which Wireshark shows 253.
  private static let textLimit = 253
  private static let root = "<Root>"
  /// So many pointers in one name are a loop.
  private static let pointerLimit = 128
  /// More pointers than this lead the slow way.
  private static let plainPointerLimit = 8
  /// So many labels behind pointers cannot end in a name that is short enough.
  private static let labelLimit = 1024

  /// Where the message starts, which pointers count from.
  private var start = 0
  /// The first name and where it stands: most answers consist of a pointer to it.
  private var first: (offset: Int, name: String)?
  private var cache: DNSNameCache

  /// Remembers 2^`cacheBits` names.
  package init(cacheBits: UInt64) { cache = DNSNameCache(bits: cacheBits) }

  init(messageAt start: Int) {
    self.init(cacheBits: 0)
    begin(messageAt: start)
  }

  mutating func begin(messageAt start: Int) {
    self.start = start
    if first != nil { first = nil }
  }

  /// The name, with `reader` moved behind it; the root is `<Root>`.
  mutating func read(_ reader: inout ByteReader) throws(DecodeError) -> String {
    let offset = reader.offset
    if let first, let word = reader.peek(as: UInt16.self), word >= 0xC000,
      start + Int(word & 0x3FFF) == first.offset
    {
      try reader.skip(2)
      return first.name
    }
    let name: String
    if reader.peek(as: UInt8.self) == 0 {
      try reader.skip(1)
      name = Self.root
    } else if let next = takePlainName(reader) {
      try reader.seek(to: next)
      name = cache.name()
    } else {
      var walk = Walk(reader)
      try walk.run(start: start)
      try reader.seek(to: walk.next)
      name = walk.text
    }
    if first == nil { first = (offset, name) }
    return name
  }

  /// Takes a name that is printable as it is, which most are, and tells where it ends in its own place;
  /// nil for any other.
  private mutating func takePlainName(_ reader: borrowing ByteReader) -> Int? {
    cache.begin()
    var cursor = copy reader
    var next: Int?
    var pointers = 0
    while let label: UInt8 = cursor.peek() {
      switch label {
      case 0: return cache.count > 0 ? next ?? cursor.offset + 1 : nil
      case 1...63:
        guard cache.append(cursor, length: Int(label), limit: Self.textLimit) else { return nil }
        cursor.advance(Int(label) + 1)
      case 0xC0...:
        guard pointers < Self.plainPointerLimit, let word: UInt16 = cursor.peek() else {
          return nil
        }
        if next == nil { next = cursor.offset + 2 }
        pointers += 1
        do throws(DecodeError) { try cursor.seek(to: start + Int(word & 0x3FFF)) } catch {
          return nil
        }
      default: return nil
      }
    }
    return nil
  }

  /// The way through the labels and pointers of one name.
  private struct Walk: ~Escapable {
    private var cursor: ByteReader
    private var bytes: [UInt8] = []
    private var pointers = 0
    private var labels = 0
    private var resume: Int?
    private var isTooLong = false
    private var loops = false

    @_lifetime(copy cursor)
    init(_ cursor: ByteReader) { self.cursor = cursor }

    /// Where the name ends in its own place: behind its root or its first pointer.
    var next: Int { resume ?? cursor.offset }

    var text: String {
      if loops { return "<Name contains a pointer that loops>" }
      if isTooLong { return "<Name too long>" }
      return bytes.isEmpty ? DNSNameReader.root : PrintableText.string(bytes)
    }

    mutating func run(start: Int) throws(DecodeError) {
      while !loops {
        let offset = cursor.offset
        let length: UInt8 = try cursor.read()
        switch length {
        case 0: return
        case 1...63: try append(Int(length))
        case 0xC0...: try follow(Int(length & 0x3F), from: start)
        default: throw .invalid(.dnsLabel, value: Int(length), at: offset)
        }
        // The rest only matters as long as it has to be passed to get at what follows the name.
        if resume != nil, labels > DNSNameReader.labelLimit {
          isTooLong = true
          return
        }
      }
    }

    private mutating func append(_ count: Int) throws(DecodeError) {
      labels += 1
      if bytes.count + count + 1 > DNSNameReader.textLimit + (bytes.isEmpty ? 1 : 0) {
        isTooLong = true
      }
      if isTooLong { return try cursor.skip(count) }
      if bytes.isEmpty {
        bytes.reserveCapacity(64)
      } else {
        bytes.append(UInt8(ascii: "."))
      }
      try cursor.readBytes(count, onto: &bytes)
    }

    private mutating func follow(_ high: Int, from start: Int) throws(DecodeError) {
      let low: UInt8 = try cursor.read()
      if resume == nil { resume = cursor.offset }
      pointers += 1
      loops = pointers > DNSNameReader.pointerLimit
      try cursor.seek(to: start + (high << 8 | Int(low)))
    }
  }
}
