/// Names of domains that were read lately, so that reading one again makes no new text.
///
/// Names come again and again: in the answer to a question, and in the next question.
struct DNSNameCache: Sendable {
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// By hash; a name may take the place of another.
  private var names: [String]
  private let bits: UInt64
  /// Of the process, so that nobody can choose names that fall together.
  private static let seed = UInt64.random(in: .min ... .max)
  /// The name whose labels are added, with room for a word behind the longest.
  private var text = [UInt8](repeating: 0, count: 264)
  private(set) var count = 0
  private var hash: UInt64 = 0

  /// Remembers 2^`bits` names, or with 0 none.
  init(bits: UInt64) {
    self.bits = bits
    names = bits == 0 ? [] : [String](repeating: "", count: 1 << bits)
  }

  /// Begins with another name.
  @inline(__always)
  mutating func begin() {
    count = 0
    hash = Self.seed
  }

  /// Adds the label that `reader` is in front of, which has `length` bytes behind the one of its length;
  /// false if the name would be longer than `limit`, or is not printable as it is.
  @inline(__always)
  mutating func append(_ reader: borrowing ByteReader, length: Int, limit: Int) -> Bool {
    let start = count == 0 ? 0 : count &+ 1
    guard start &+ length <= limit, start &+ length &+ 8 <= text.count else { return false }
    if count > 0 { text[count] = UInt8(ascii: ".") }
    var hash = hash
    var span = text.mutableSpan
    var target = unsafe span.mutableBytes
    var place = 0
    while place < length {
      guard let word: UInt64 = reader.peek(at: 1 &+ place) ?? Self.rest(reader, at: 1 &+ place)
      else { return false }
      let behind: UInt64 =
        length &- place >= 8 ? 0 : .max &>> UInt64(truncatingIfNeeded: 8 &* (length &- place))
      let clean = word & ~behind
      guard Self.isPrintable(clean | 0x2020_2020_2020_2020 & behind) else { return false }
      target.storeBytes(of: clean.bigEndian, toByteOffset: start &+ place, as: UInt64.self)
      hash = (hash ^ clean) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 32
      place &+= 8
    }
    self.hash = hash
    count = start &+ length
    return true
  }

  /// The last few bytes that there are, with zeros behind them.
  private static func rest(_ reader: borrowing ByteReader, at place: Int) -> UInt64? {
    guard reader.remaining > place else { return nil }
    var word: UInt64 = 0
    for index in 0..<8 {
      word = word << 8 | UInt64(reader.peek(at: place + index, as: UInt8.self) ?? 0)
    }
    return word
  }

  /// Whether all bytes are of 0x20 to 0x7E.
  @inline(__always)
  private static func isPrintable(_ word: UInt64) -> Bool {
    let low = (word &- 0x2020_2020_2020_2020) & ~word
    let delete = word ^ 0x7F7F_7F7F_7F7F_7F7F
    return (word | low | (delete &- ones) & ~delete) & highBits == 0
  }

  /// The name whose labels were added.
  mutating func name() -> String {
    guard bits > 0 else { return Self.string(text, count) }
    let slot = Int(truncatingIfNeeded: (hash &* 0xC2B2_AE3D_27D4_EB4F) &>> (64 &- bits))
    let known = names[slot]
    if known.utf8.count == count,
      unsafe Self.areEqual(known.utf8.span.bytes, text.span.bytes, count)
    {
      return known
    }
    names[slot] = Self.string(text, count)
    return names[slot]
  }

  /// Compares the first `count` bytes, which both have.
  @inline(__always)
  private static func areEqual(_ left: RawSpan, _ right: RawSpan, _ count: Int) -> Bool {
    let (left, right) = (ByteReader(left), ByteReader(right))
    var place = 0
    while place &+ 8 <= count {
      guard left.peek(at: place, as: UInt64.self) == right.peek(at: place) else { return false }
      place &+= 8
    }
    while place < count {
      guard left.peek(at: place, as: UInt8.self) == right.peek(at: place) else { return false }
      place &+= 1
    }
    return true
  }

  private static func string(_ text: [UInt8], _ count: Int) -> String {
    String(decoding: text.prefix(count), as: UTF8.self)
  }
}
