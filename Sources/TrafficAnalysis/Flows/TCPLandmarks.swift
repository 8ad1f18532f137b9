/// Letters that a segment adds to the history of its connection, beside those for a first time.
struct TCPLandmarks: OptionSet, BitwiseCopyable, Sendable {
  var rawValue: UInt8

  static var retransmission: TCPLandmarks { TCPLandmarks(rawValue: 1) }
  static var gap: TCPLandmarks { TCPLandmarks(rawValue: 1 << 1) }
  static var zeroWindow: TCPLandmarks { TCPLandmarks(rawValue: 1 << 2) }
  /// A SYN-ACK, FIN or RST with another sequence number than the one before.
  static var otherSYNACK: TCPLandmarks { TCPLandmarks(rawValue: 1 << 3) }
  static var otherFIN: TCPLandmarks { TCPLandmarks(rawValue: 1 << 4) }
  static var otherRST: TCPLandmarks { TCPLandmarks(rawValue: 1 << 5) }
  /// The first three are not counted, and so noted once.
  static var onlyOnce: TCPLandmarks { TCPLandmarks(rawValue: 1 << 6) }

  @inline(__always)
  func contains(_ other: TCPLandmarks) -> Bool { rawValue & other.rawValue != 0 }

  @inline(__always)
  mutating func insert(_ other: TCPLandmarks) { rawValue |= other.rawValue }
}

extension TCPLandmarks {
  /// What a connection without details knows.
  init(firstOf found: TCPAnalysis) {
    self.init(rawValue: 0)
    if found.hasAny(.resent) { insert(.retransmission) }
    if found.contains(.lostSegment) { insert(.gap) }
    if found.contains(.zeroWindow) { insert(.zeroWindow) }
    if rawValue != 0 { insert(.onlyOnce) }
  }
}
