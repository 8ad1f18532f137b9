import PacketDecoding
import TestSupport

/// A TCP connection in which anything happens: loss, copies, probes, windows that close, SYNs in the middle.
struct RandomConnection {
  struct Segment {
    var time: Int64
    var fromClient: Bool
    var flags: UInt16
    var sequence: UInt32
    var acknowledgment: UInt32
    var window: UInt16
    var length: Int
    var options: [UInt8] = []
  }

  private struct Side {
    var start: UInt32
    var next: UInt32
    var acknowledged: UInt32?
    var window: UInt16
    /// What it sent, to be sent again.
    var sent: [(sequence: UInt32, length: Int)] = []
  }

  private static let (fin, syn, rst, ack) = (1, 2, 4, 16) as (UInt16, UInt16, UInt16, UInt16)
  /// On either side of what decides between out of order and sent again (nanoseconds).
  private static let delays: [Int64] = [
    0, 10_000, 200_000, 200_000, 1_000_000, 2_500_000, 2_999_000, 3_000_000, 3_100_000,
    6_000_000, 15_000_000, 19_000_000, 25_000_000, 50_000_000, 400_000_000,
  ]

  private(set) var segments: [Segment] = []
  private var random: SeededGenerator
  private var time: Int64
  private var sides: [Side] = []

  init(random: SeededGenerator, start: Int64) {
    self.random = random
    time = start
    for base in [1000, 0xFFFF_FF00] as [UInt32] {
      let number = pick([base, 5000, UInt32(truncatingIfNeeded: self.random.next())])
      sides.append(Side(start: number, next: number, window: pick([1000, 500, 8192])))
    }
    open()
    for _ in 0..<3 + self.random.next(below: 37) { act() }
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[random.next(below: values.count)]
  }

  /// True in so many of a hundred cases.
  private mutating func happens(_ percent: Int) -> Bool { random.next(below: 100) < percent }

  private mutating func send(
    _ side: Int, _ flags: UInt16, _ sequence: UInt32, _ acknowledgment: UInt32, _ length: Int = 0,
    options: [UInt8] = []
  ) {
    time += pick(Self.delays)
    segments.append(
      Segment(
        time: time, fromClient: side == 0, flags: flags, sequence: sequence,
        acknowledgment: acknowledgment, window: sides[side].window, length: length,
        options: options))
  }

  /// Sends new data, of which so much is lost.
  private mutating func sendData(_ side: Int, lost: Int = 0, _ length: Int, flags: UInt16 = ack) {
    let sequence = sides[side].next &+ UInt32(lost)
    if lost > 0 { sides[side].sent.append((sides[side].next, lost)) }
    send(side, flags, sequence, flags & Self.ack == 0 ? 55 : answer(side), length)
    sides[side].sent.append((sequence, length))
    sides[side].next = sequence &+ UInt32(length)
  }

  private mutating func answer(_ side: Int) -> UInt32 {
    let newest = sides[1 - side].next
    return happens(50) ? sides[side].acknowledged ?? newest : newest
  }

  private mutating func offer() -> [UInt8] {
    var options: [UInt8] = happens(70) ? [2, 4, 5, 0xB4] : []
    if happens(60) { options += [1, 3, 3, pick([0, 1, 2, 7, 14, 15])] }
    return options
  }

  private mutating func open() {
    let steps = pick([0, 0, 0, 1, 2, 3, 3, 3, 3, 3])
    guard steps > 0 else { return }
    for _ in 0..<pick([1, 1, 1, 2, 3]) {
      send(0, Self.syn, sides[0].next, pick([0, 0, 77]), options: offer())
    }
    sides[0].next &+= 1
    guard steps > 1 else { return }
    for _ in 0..<pick([1, 1, 2]) {
      send(1, Self.syn | Self.ack, sides[1].next, sides[0].next, options: offer())
    }
    sides[1].next &+= 1
    if steps > 2 { send(0, Self.ack, sides[0].next, sides[1].next) }
  }
}

// MARK: - What happens

extension RandomConnection {
  private mutating func act() {
    let side = random.next(below: 2)
    switch random.next(below: 44) {
    case 0..<10: sendData(side, pick([1, 1, 10, 100, 100]))
    case 10..<13: sendData(side, lost: pick([1, 50, 100, 200]), pick([1, 100, 100]))
    case 13..<20: sendAgain(side)
    case 20..<28: acknowledge(side)
    case 28..<31: repeatACK(side)
    case 31..<34: acknowledgeOddly(side)
    case 34..<36: changeWindow(side)
    case 36: closeWindow(side)
    case 37..<39: keepAlive(side)
    case 39: finish(side)
    case 40: reset(side)
    case 41: openAgain(side)
    case 42: sendData(side, 10, flags: 8)
    default: acknowledge(side)
    }
  }

  /// One segment, a part of one, or several in one.
  private mutating func sendAgain(_ side: Int) {
    guard let old = sides[side].sent.suffix(4).randomElement(using: &random) else { return }
    switch random.next(below: 3) {
    case 0: send(side, Self.ack, old.sequence, answer(side), old.length)
    case 1:
      let cut = pick([0, 1, old.length / 2])
      let length = max(0, old.length - cut - pick([0, 0, 1]))
      send(side, Self.ack, old.sequence &+ UInt32(cut), answer(side), length)
    default:
      let end = sides[side].next &+ pick([0, 0, 10])
      let length = Int(Int32(bitPattern: end &- old.sequence))
      guard 1..<3000 ~= length else { return }
      send(side, Self.ack, old.sequence, answer(side), length)
      sides[side].next = end
    }
  }

  private mutating func acknowledge(_ side: Int) {
    let number = sides[1 - side].next
    send(side, Self.ack, sides[side].next, number)
    sides[side].acknowledged = number
  }

  private mutating func repeatACK(_ side: Int) {
    let number = sides[side].acknowledged ?? sides[1 - side].next
    sides[side].acknowledged = number
    for _ in 0..<pick([1, 2, 3]) { send(side, Self.ack, sides[side].next, number) }
    if happens(40) { send(1 - side, Self.ack, number, sides[side].next, pick([0, 1, 50, 100])) }
  }

  /// Of something old, or of what was not seen.
  private mutating func acknowledgeOddly(_ side: Int) {
    var number = sides[1 - side].next &+ pick([1, 100])
    if happens(40), let old = sides[1 - side].sent.suffix(4).randomElement(using: &random) {
      number = old.sequence &+ UInt32(pick([0, old.length / 2, old.length]))
    }
    send(side, Self.ack, sides[side].next, number, pick([0, 0, 20]))
    sides[side].acknowledged = number
  }

  private mutating func changeWindow(_ side: Int) {
    sides[side].window = pick([0, 1, 100, 200, 500, 1000, 8192])
    if happens(75) {
      send(side, Self.ack, sides[side].next, answer(side))
    } else {
      sendData(side, 10)
    }
  }

  private mutating func closeWindow(_ side: Int) {
    let other = 1 - side
    sides[side].window = 0
    acknowledge(side)
    let sequence = sides[other].next
    for _ in 0..<pick([1, 2]) {
      send(other, Self.ack, sequence, sides[side].next, 1)
      sides[side].window = pick([0, 0, 100])
      send(side, Self.ack, sides[side].next, sequence &+ pick([0, 0, 1]))
    }
    if happens(50) { send(other, Self.ack, sequence, sides[side].next, pick([1, 2, 100])) }
    sides[side].window = pick([0, 100, 1000])
  }

  private mutating func keepAlive(_ side: Int) {
    for _ in 0..<pick([1, 2]) {
      send(side, Self.ack, sides[side].next &- 1, answer(side), pick([0, 1, 1, 2]))
      if happens(70) { send(1 - side, Self.ack, sides[1 - side].next, answer(1 - side)) }
    }
  }

  private mutating func finish(_ side: Int) {
    let (sequence, length) = (sides[side].next, pick([0, 0, 100]))
    for _ in 0..<pick([1, 2]) {
      send(side, Self.fin | Self.ack, sequence, answer(side), length)
    }
    sides[side].sent.append((sequence, length))
    sides[side].next = sequence &+ UInt32(length) &+ 1
  }

  private mutating func reset(_ side: Int) {
    let saved = sides[side].window
    sides[side].window = pick([0, 0, saved])
    send(
      side, pick([Self.rst, Self.rst | Self.ack]), sides[side].next &+ pick([0, 0, 100]),
      pick([0, answer(side)]), pick([0, 0, 0, 15]))
    sides[side].window = saved
  }

  private mutating func openAgain(_ side: Int) {
    let (start, other) = (sides[side].start, sides[1 - side].next)
    switch random.next(below: 4) {
    case 0: send(side, Self.syn, start, 0, options: offer())
    case 1: send(side, Self.syn | Self.ack, start, other, pick([0, 0, 30]), options: offer())
    case 2: send(side, Self.syn | Self.ack, start &+ 5, other, options: offer())
    default: send(side, Self.syn, start &+ pick([1000, 0 &- 1000]), 0, pick([0, 0, 20]))
    }
  }
}
