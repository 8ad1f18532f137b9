import PacketDecoding

/// What the next segment of a TCP connection is judged by; sequence numbers are those on the wire.
struct TCPEndpoint: BitwiseCopyable, Sendable {
  /// Time of ``nextSequence`` and of the last segment, in nanoseconds.
  var nextSequenceTime: Int64 = 0
  var lastTime: Int64 = 0
  /// The initial sequence number, or the one before the first that was seen.
  var base: UInt32 = 0
  /// The sequence number after the highest that was sent, once there is one.
  var nextSequence: UInt32 = 0
  /// What can be acknowledged without a gap, once there is something.
  var mostToAcknowledge: UInt32 = 0
  /// As in the header, with or without the flag.
  var lastAcknowledgment: UInt32 = 0
  /// As in the header.
  var window: UInt16 = 0
  /// What its SYN offered, 0 without the option.
  var maximumSegmentSize: UInt16 = 0
  /// Counts to 2, which is all that is asked of it.
  var duplicateACKs: UInt8 = 0
  /// By how many bits its windows are shifted, -1 unknown, -2 not.
  var windowScale: Int8 = -1
  var marks = TCPMarks()

  /// What the window scale option of its SYN said; more than 14 is taken for 14.
  var offeredScale: UInt8? {
    get { marks.number == 0 ? nil : marks.number - 1 }
    set { marks.number = newValue.map { min($0, 14) + 1 } ?? 0 }
  }

  /// By how many bits windows of other segments than SYNs are shifted.
  var windowShift: Int { Int(max(0, windowScale)) }

  /// The time since its last segment in nanoseconds, 0 if there was none or time went back.
  @inline(__always)
  func idleTime(at time: Int64) -> Int64 {
    guard marks.contains(.hasSent) else { return 0 }
    let idle = time.subtractingReportingOverflow(lastTime)
    return idle.overflow ? 0 : max(0, idle.partialValue)
  }

  /// True if the segment carries data or a flag behind what was sent before.
  @inline(__always)
  func isNew(_ segment: TCPSegment) -> Bool {
    !marks.contains(.hasSequence) || !isBefore(segment.sequence, nextSequence)
  }
}

/// What is known of an endpoint, or was true of its last segment.
struct TCPMarks: BitwiseCopyable, Sendable {
  private var bits: UInt16 = 0

  static var hasBase: TCPMarks { TCPMarks(bits: 1) }
  static var hasSent: TCPMarks { TCPMarks(bits: 1 << 1) }
  /// The last segment was a SYN, whose window is never scaled (RFC 7323 section 2.2).
  static var windowIsOfSYN: TCPMarks { TCPMarks(bits: 1 << 2) }
  static var lastWasKeepAlive: TCPMarks { TCPMarks(bits: 1 << 3) }
  static var lastWasProbe: TCPMarks { TCPMarks(bits: 1 << 4) }
  /// The other side has acknowledged what was not seen, and this one repeated no ACK since.
  static var ackedBeyond: TCPMarks { TCPMarks(bits: 1 << 5) }
  /// Options of its SYN (RFC 2018, RFC 7323).
  static var permitsSACK: TCPMarks { TCPMarks(bits: 1 << 6) }
  static var hasTimestamps: TCPMarks { TCPMarks(bits: 1 << 7) }
  static var hasSYN: TCPMarks { TCPMarks(bits: 1 << 8) }
  static var resentSYN: TCPMarks { TCPMarks(bits: 1 << 9) }
  static var hasReset: TCPMarks { TCPMarks(bits: 1 << 10) }
  /// A segment with a place among the sequence numbers was seen.
  static var hasSequence: TCPMarks { TCPMarks(bits: 1 << 11) }

  private static let numberShift: UInt16 = 12

  /// Four bits beside the marks.
  fileprivate var number: UInt8 {
    get { UInt8(bits >> Self.numberShift) }
    set { bits = bits & (1 << Self.numberShift - 1) | UInt16(newValue & 15) << Self.numberShift }
  }

  init() {}
  private init(bits: UInt16) { self.bits = bits }

  @inline(__always)
  func contains(_ other: TCPMarks) -> Bool { bits & other.bits != 0 }

  @inline(__always)
  mutating func set(_ other: TCPMarks, _ isSet: Bool = true) {
    bits = isSet ? bits | other.bits : bits & ~other.bits
  }
}
