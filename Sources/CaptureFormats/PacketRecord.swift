/// What a capture says about one packet, and where its bytes lie in their block.
public struct PacketRecord: Sendable {
  /// ``absentTime`` for records that carry no time (simple packet blocks).
  public var time: Timestamp
  /// Where the bytes begin in ``PacketBlock/bytes``.
  public var offset: Int
  /// Bytes in the capture (`frame.cap_len`).
  public var capturedLength: Int
  /// Bytes on the wire (`frame.len`).
  public var originalLength: UInt32
  public var linkType: LinkType
  /// Bytes of frame check sequence at the end of the frame, 0 to 15.
  public var checkSequenceLength: UInt8
  /// True if the frame begins behind a pseudo-header, which lies in the block in front of it.
  public private(set) var lacksPseudoHeader = false
  /// Index of the interface in its file.
  public var interface: UInt32

  /// Number of the packet over all captures of the run, from 1.
  public var number: UInt64 = 0

  @inlinable public static var absentTime: Timestamp { Timestamp(nanoseconds: .min) }

  /// False for a simple packet block.
  @inlinable @inline(__always)
  public var hasTime: Bool { time.nanoseconds != .min }

  @inlinable
  public init(
    time: Timestamp, offset: Int, capturedLength: Int, originalLength: UInt32, linkType: LinkType,
    checkSequenceLength: UInt8 = 0, interface: UInt32 = 0
  ) {
    self.time = time
    self.offset = offset
    self.capturedLength = capturedLength
    self.originalLength = originalLength
    self.linkType = linkType
    self.checkSequenceLength = checkSequenceLength
    self.interface = interface
  }

  /// Leaves out what was never on a wire.
  public mutating func dropPseudoHeader() {
    let length = linkType.pseudoHeaderLength
    guard length > 0 else { return }
    lacksPseudoHeader = true
    offset += min(length, capturedLength)
    capturedLength -= min(length, capturedLength)
    originalLength -= min(UInt32(length), originalLength)
  }

  /// The frame without its check sequence, as far as it was captured.
  @inlinable @inline(__always)
  public var frame: Range<Int> {
    guard checkSequenceLength > 0 else { return offset..<offset + capturedLength }
    let wanted = max(0, Int(originalLength) - Int(checkSequenceLength))
    return offset..<offset + min(capturedLength, wanted)
  }
}
