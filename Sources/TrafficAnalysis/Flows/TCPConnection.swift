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

  static let retransmission = TCPAnalysis(rawValue: 1)
  static let fastRetransmission = TCPAnalysis(rawValue: 1 << 1)
  static let spuriousRetransmission = TCPAnalysis(rawValue: 1 << 2)
  static let outOfOrder = TCPAnalysis(rawValue: 1 << 3)
  static let duplicateACK = TCPAnalysis(rawValue: 1 << 4)
  static let lostSegment = TCPAnalysis(rawValue: 1 << 5)
  static let ackedUnseen = TCPAnalysis(rawValue: 1 << 6)
  static let zeroWindow = TCPAnalysis(rawValue: 1 << 7)
  static let zeroWindowProbe = TCPAnalysis(rawValue: 1 << 8)
  static let zeroWindowProbeACK = TCPAnalysis(rawValue: 1 << 9)
  static let windowFull = TCPAnalysis(rawValue: 1 << 10)
  static let windowUpdate = TCPAnalysis(rawValue: 1 << 11)
  static let keepAlive = TCPAnalysis(rawValue: 1 << 12)
  static let keepAliveACK = TCPAnalysis(rawValue: 1 << 13)

  /// Any of the kinds of segment that was sent before.
  static let resent: TCPAnalysis = [.retransmission, .fastRetransmission, .spuriousRetransmission]
}
