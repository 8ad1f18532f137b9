/// What Wireshark's TCP analysis says of one segment.
struct TCPAnalysis: OptionSet, BitwiseCopyable, Sendable {
  var rawValue: UInt16

  static var retransmission: TCPAnalysis { TCPAnalysis(rawValue: 1) }
  static var fastRetransmission: TCPAnalysis { TCPAnalysis(rawValue: 1 << 1) }
  static var spuriousRetransmission: TCPAnalysis { TCPAnalysis(rawValue: 1 << 2) }
  static var outOfOrder: TCPAnalysis { TCPAnalysis(rawValue: 1 << 3) }
  static var duplicateACK: TCPAnalysis { TCPAnalysis(rawValue: 1 << 4) }
  static var lostSegment: TCPAnalysis { TCPAnalysis(rawValue: 1 << 5) }
  static var ackedUnseen: TCPAnalysis { TCPAnalysis(rawValue: 1 << 6) }
  static var zeroWindow: TCPAnalysis { TCPAnalysis(rawValue: 1 << 7) }
  static var zeroWindowProbe: TCPAnalysis { TCPAnalysis(rawValue: 1 << 8) }
  static var zeroWindowProbeACK: TCPAnalysis { TCPAnalysis(rawValue: 1 << 9) }
  static var windowFull: TCPAnalysis { TCPAnalysis(rawValue: 1 << 10) }
  static var windowUpdate: TCPAnalysis { TCPAnalysis(rawValue: 1 << 11) }
  static var keepAlive: TCPAnalysis { TCPAnalysis(rawValue: 1 << 12) }
  static var keepAliveACK: TCPAnalysis { TCPAnalysis(rawValue: 1 << 13) }

  /// Any of the kinds of segment that was sent before.
  static var resent: TCPAnalysis { TCPAnalysis(rawValue: 7) }
  /// Any kind of segment that begins before the end of what was sent.
  static var repeated: TCPAnalysis { TCPAnalysis(rawValue: 0xF) }
  /// What findings follow.
  static var trouble: TCPAnalysis {
    TCPAnalysis(rawValue: resent.rawValue | ackedUnseen.rawValue | zeroWindow.rawValue)
  }
  /// Segments whose byte is no part of the data.
  static var outside: TCPAnalysis {
    TCPAnalysis(rawValue: zeroWindowProbe.rawValue | keepAlive.rawValue)
  }
  /// Segments that do not simply follow the one before.
  static var sequencing: TCPAnalysis {
    TCPAnalysis(rawValue: outside.rawValue | repeated.rawValue | lostSegment.rawValue)
  }

  @inline(__always)
  func contains(_ other: TCPAnalysis) -> Bool { rawValue & other.rawValue == other.rawValue }

  /// True if any of `other` was found.
  @inline(__always)
  func hasAny(_ other: TCPAnalysis) -> Bool { rawValue & other.rawValue != 0 }

  @inline(__always)
  mutating func insert(_ other: TCPAnalysis) { rawValue |= other.rawValue }
}
