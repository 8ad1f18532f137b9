import PacketDecoding

/// What is remembered of one endpoint of a TCP connection; sequence numbers count from its first.
struct TCPEndpoint: BitwiseCopyable, Sendable {
  var base: UInt32 = 0
  /// The sequence number after the highest that was sent; 0 if none was seen.
  var nextSequence: UInt32 = 0
  /// What can be acknowledged without a gap; 0 if nothing was seen.
  var mostToAcknowledge: UInt32 = 0
  var lastAcknowledgment: UInt32 = 0
  var duplicateACKs: UInt32 = 0
  /// As in the header.
  var window: UInt16 = 0
  var lastAnalysis = TCPAnalysis()
  /// -1 unknown, -2 not offered.
  var windowScale: Int8 = -1
  var hasBase = false
  /// True while only a SYN was seen, whose window is never scaled.
  var windowIsOfSYN = false
  /// Time of ``nextSequence`` and of the last segment, in nanoseconds.
  var nextSequenceTime: Int64 = 0
  var lastTime: Int64 = 0
}

/// One TCP connection.
struct TCPConnection: BitwiseCopyable, Sendable {
  var low = TCPEndpoint()
  var high = TCPEndpoint()
  /// The first SYN, or Int64.min.
  var synTime = Int64.min
  var hasSYNACK = false
  /// True when the client has acknowledged the SYN-ACK.
  var isEstablished = false
  /// SYN to the ACK that ends the handshake, or -1.
  var handshakeRTT: Int64 = -1
  var counts = TCPCounts()
}

/// What was found in one connection.
struct TCPCounts: BitwiseCopyable, Sendable {
  var retransmissions: UInt32 = 0
  var outOfOrder: UInt32 = 0
  var lostSegments: UInt32 = 0
  var duplicateACKs: UInt32 = 0
  var zeroWindows: UInt32 = 0
  var resets: UInt32 = 0
}

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

  @inline(__always)
  func contains(_ other: TCPAnalysis) -> Bool { rawValue & other.rawValue == other.rawValue }

  /// True if any of `other` was found.
  @inline(__always)
  func hasAny(_ other: TCPAnalysis) -> Bool { rawValue & other.rawValue != 0 }

  @inline(__always)
  mutating func insert(_ other: TCPAnalysis) { rawValue |= other.rawValue }
}
