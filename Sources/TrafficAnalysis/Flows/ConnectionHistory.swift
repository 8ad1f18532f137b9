/// The letters of Zeek's `history`, in the order of their first appearance.
///
/// Upper case is the client, lower case the server; each letter stands once a direction.
package struct ConnectionHistory: Equatable, BitwiseCopyable, Sendable {
  /// Twelve letters of five bits a word: four for the letter, one for the direction.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  /// A bit for each letter and direction that was seen.
  private var seen: UInt32 = 0

  package init() {}

  package enum Event: UInt8 {
    case syn = 1
    case synAck, ack, data, fin, rst, gap, retransmission, zeroWindow, inconsistent, multi
  }

  private static let letters = Array("?SHADFRGTWIQ")

  @inline(__always)
  package mutating func note(_ event: Event, fromClient: Bool) {
    let bit = UInt32(1) << UInt32(event.rawValue * 2 + (fromClient ? 1 : 0))
    if seen & bit == 0 { append(event, fromClient, bit) }
  }

  private mutating func append(_ event: Event, _ fromClient: Bool, _ bit: UInt32) {
    let place = UInt64(seen.nonzeroBitCount)
    seen |= bit
    let code = UInt64(event.rawValue) << 1 | (fromClient ? 1 : 0)
    if place < 12 {
      first |= code << (place * 5)
    } else if place < 24 {
      second |= code << ((place - 12) * 5)
    }
  }

  package var text: String {
    var result = ""
    for place in 0..<UInt64(min(24, seen.nonzeroBitCount)) {
      let code = place < 12 ? first >> (place * 5) : second >> ((place - 12) * 5)
      let letter = Self.letters[Int(code >> 1 & 15)]
      result += code & 1 == 1 ? String(letter) : letter.lowercased()
    }
    return result
  }
}

extension ConnectionHistory {
  /// Appends the letters; which ones were seen follows from them.
  func pack(into bytes: inout [UInt8]) {
    bytes.pack(first << 1 | (second == 0 ? 0 : 1))
    if second != 0 { bytes.pack(second) }
  }

  init(unpacking reader: inout PackedReader) {
    let packed = reader.variable()
    first = packed >> 1
    second = packed & 1 == 0 ? 0 : reader.variable()
    for place in 0..<UInt64(24) {
      let code = place < 12 ? first >> (place * 5) : second >> ((place - 12) * 5)
      // An event's bit is twice its number, and the direction: what its letter is made of.
      if code & 31 != 0 { seen |= 1 << UInt32(code & 31) }
    }
  }
}
