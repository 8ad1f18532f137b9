/// The letters of Zeek's `history` (`Conn::Info` of its reference), the first 24 of them.
///
/// Upper case is the client, lower case the server. Most letters stand once a direction, for the first
/// time; `S`, `H`, `F` and `R` again with another sequence number, `G`, `T` and `W` again for the 10th
/// time, the 100th …
package struct ConnectionHistory: Equatable, BitwiseCopyable, Sendable {
  /// Twelve letters of five bits a word: four for the letter, one for the direction.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  /// A bit for each letter and direction that was seen, and from bit 27 on the number of letters.
  private var seen: UInt32 = 0

  private static let countShift: UInt32 = 27
  private static let limit: UInt32 = 24

  package init() {}

  package enum Event: UInt8 {
    case syn = 1
    case synAck, ack, data, fin, rst, gap, retransmission, zeroWindow, inconsistent, multi
  }

  private static let letters = Array("?SHADFRGTWIQ")

  @inline(__always)
  package mutating func note(_ event: Event, fromClient: Bool) {
    if seen & Self.bit(event, fromClient) == 0 { noteAgain(event, fromClient: fromClient) }
  }

  /// Notes what may stand there already.
  package mutating func noteAgain(_ event: Event, fromClient: Bool) {
    seen |= Self.bit(event, fromClient)
    guard count < Self.limit else { return }
    let code = UInt64(event.rawValue) << 1 | (fromClient ? 1 : 0)
    let place = UInt64(count)
    if place < 12 {
      first |= code << (place * 5)
    } else {
      second |= code << ((place - 12) * 5)
    }
    seen += 1 << Self.countShift
  }

  @inline(__always)
  private static func bit(_ event: Event, _ fromClient: Bool) -> UInt32 {
    1 << UInt32(event.rawValue * 2 + (fromClient ? 1 : 0))
  }

  var isEmpty: Bool { seen == 0 }

  private var count: UInt32 { seen >> Self.countShift }

  private func code(_ place: UInt64) -> UInt64 {
    (place < 12 ? first >> (place * 5) : second >> ((place - 12) * 5)) & 31
  }

  /// True if either side had it.
  func contains(_ event: Event) -> Bool {
    seen & (Self.bit(event, true) | Self.bit(event, false)) != 0
  }

  /// True if the client sent a SYN and then a reset, and nothing between that goes on with a connection.
  var isSYNThenReset: Bool {
    guard code(0) == UInt64(Event.syn.rawValue) << 1 | 1 else { return false }
    for place in 1..<UInt64(max(1, count)) where code(place) & 1 == 1 {
      switch Event(rawValue: UInt8(code(place) >> 1)) {
      case .rst: return true
      case .synAck, .ack, .fin, .gap, .inconsistent, .multi: return false
      default: break
      }
    }
    return false
  }

  package var text: String {
    var result = ""
    for place in 0..<UInt64(count) {
      let letter = Self.letters[Int(code(place) >> 1)]
      result += code(place) & 1 == 1 ? String(letter) : letter.lowercased()
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
    for place in 0..<UInt64(Self.limit) where code(place) != 0 {
      // An event's bit is twice its number, and the direction: what its letter is made of.
      seen |= 1 << UInt32(code(place))
      seen += 1 << Self.countShift
    }
  }
}
