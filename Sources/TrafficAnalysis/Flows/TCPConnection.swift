import PacketDecoding

/// One TCP connection: what is kept for every one of them.
struct TCPConnection: BitwiseCopyable, Sendable {
  var low = TCPEndpoint()
  var high = TCPEndpoint()
  /// From the latest SYN to the first ACK behind it, Wireshark's iRTT; until then the time of that SYN.
  private var roundTrip: Int64 = 0
  /// From the latest SYN to the SYN-ACK, in nanoseconds; -1 unknown.
  private var serverDelay: Int64 = -1
  /// Place of its details, or -1.
  var details: Int32 = -1
  /// Sequence number of the last reset of each endpoint.
  private var lowReset: UInt32 = 0
  private var highReset: UInt32 = 0
  private var stage: UInt8 = 0

  private static let hasSYN: UInt8 = 1
  private static let hasSYNACK: UInt8 = 2
  private static let established: UInt8 = 4
  private static let hasRoundTrip: UInt8 = 8
  private static let hasHandshake: UInt8 = 16
  /// The handshake took no time that the capture's clock could tell.
  private static let handshakeIsZero: UInt8 = 32

  /// True when the client has acknowledged the SYN-ACK.
  var isEstablished: Bool { stage & Self.established != 0 }

  /// SYN to the ACK that ends the handshake, in nanoseconds; nil if it was not seen whole.
  var handshakeRTT: Int64? {
    guard stage & Self.hasHandshake != 0 else { return nil }
    return stage & Self.handshakeIsZero != 0 ? 0 : max(0, roundTrip)
  }

  /// The handshake beyond where it was captured, on the server's side and on the client's.
  var handshakeHalves: (toServer: Int64, toClient: Int64)? {
    guard let whole = handshakeRTT, serverDelay >= 0 else { return nil }
    return (serverDelay, max(0, whole &- serverDelay))
  }

  /// Within which time a segment may come late; without a round trip, 3 ms.
  @inline(__always)
  var reorderingTime: Int64 { stage & Self.hasRoundTrip != 0 ? roundTrip : 3_000_000 }

  /// Follows SYN, SYN-ACK and ACK; true if this segment completes the handshake.
  @inline(__always)
  private mutating func followHandshake(_ segment: TCPSegment) -> Bool {
    if segment.isSYN {
      noteSYN(segment)
      return false
    }
    let isOpening = stage & (Self.hasSYN | Self.hasSYNACK) != 0
    let isMeasured =
      stage & (Self.established | Self.hasRoundTrip) == Self.established | Self.hasRoundTrip
    guard isOpening, !isMeasured, segment.isACK else { return false }
    return noteACK(segment)
  }

  private mutating func noteSYN(_ segment: TCPSegment) {
    if segment.isACK {
      stage |= Self.hasSYNACK
      guard stage & (Self.hasSYN | Self.hasRoundTrip) == Self.hasSYN else { return }
      serverDelay = max(0, segment.time &- roundTrip)
    } else if stage & Self.hasRoundTrip == 0 {
      stage |= Self.hasSYN
      roundTrip = segment.time
    }
  }

  private mutating func noteACK(_ segment: TCPSegment) -> Bool {
    let completes =
      segment.fromClient && stage & (Self.hasSYNACK | Self.established) == Self.hasSYNACK
      && !segment.isRST
    if completes { stage |= Self.established }
    guard stage & (Self.hasSYN | Self.hasRoundTrip) == Self.hasSYN else { return completes }
    let delay = segment.time &- roundTrip
    if completes { stage |= Self.hasHandshake }
    if delay != 0 {
      stage |= Self.hasRoundTrip
      roundTrip = delay
    } else if completes {
      stage |= Self.handshakeIsZero
    }
    return completes
  }

  /// What a SYN-ACK replaces.
  func isOtherSYNACK(_ segment: TCPSegment) -> Bool {
    let sender = segment.fromLow ? low : high
    return segment.isACK && sender.marks.contains(.hasBase)
      && sender.base != segment.sequence
  }

  /// Notes a reset: whether it is the first of its endpoint, and else has another sequence number.
  mutating func noteReset(_ segment: TCPSegment) -> (isFirst: Bool, isOther: Bool) {
    let last = segment.fromLow ? lowReset : highReset
    let isFirst = !(segment.fromLow ? low : high).marks.contains(.hasReset)
    if segment.fromLow {
      lowReset = segment.sequence
      low.marks.set(.hasReset)
    } else {
      highReset = segment.sequence
      high.marks.set(.hasReset)
    }
    return (isFirst, !isFirst && last != segment.sequence)
  }
}

// MARK: - Segments

extension TCPConnection {
  @inline(__always)
  mutating func judge(_ segment: TCPSegment) -> TCPAnalysis {
    segment.fromLow
      ? TCPAnalyzer.judge(segment, from: &low, to: &high, patience: reorderingTime)
      : TCPAnalyzer.judge(segment, from: &high, to: &low, patience: reorderingTime)
  }

  /// True if the segment completes the handshake.
  @inline(__always)
  mutating func remember(_ segment: TCPSegment, _ found: TCPAnalysis) -> Bool {
    if segment.fromLow {
      TCPAnalyzer.remember(segment, found, in: &low)
    } else {
      TCPAnalyzer.remember(segment, found, in: &high)
    }
    return followHandshake(segment)
  }
}
