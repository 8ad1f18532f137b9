/// The checksum of IP, TCP and UDP (RFC 1071): a sum of 16-bit words with the carry added again.
package struct InternetChecksum: Sendable {
  /// Eight bytes at a time, which comes to the same.
  private var sum: UInt64 = 0

  package init() {}

  package mutating func add(_ word: UInt64) {
    let (total, carry) = sum.addingReportingOverflow(word)
    // Cannot carry again: what overflowed is at most two less than all ones.
    sum = carry ? total &+ 1 : total
  }

  package mutating func add(_ address: IPAddress) {
    add(address.high)
    add(address.low)
  }

  /// Adds the bytes of a range that begins a word; what lies past the end is not added.
  package mutating func add(_ bytes: RawSpan, _ range: Range<Int>) {
    var reader = ByteReader(bytes, range: range)
    while reader.remaining >= 8, let word: UInt64 = try? reader.read() { add(word) }
    var rest: UInt64 = 0
    var shift: UInt64 = 64
    while let byte: UInt8 = try? reader.read() {
      shift -= 8
      rest |= UInt64(byte) << shift
    }
    add(rest)
  }

  /// The sum in 16 bits; 0xFFFF over what holds its own right checksum.
  package var folded: UInt16 {
    var value = (sum >> 32) + (sum & 0xFFFF_FFFF)
    while value > 0xFFFF { value = (value >> 16) + (value & 0xFFFF) }
    return UInt16(truncatingIfNeeded: value)
  }
}
