/// What the endpoints of a connection sent before a segment, as far as its details are judged by it.
struct TCPSituation {
  /// Since the last segment of the sender, in nanoseconds.
  let idleTime: Int64
  /// True if the segment carries data or a flag behind what was sent before.
  let isNew: Bool
  /// True if it ends behind that.
  let movesOn: Bool
  let receiverHasSent: Bool
  /// True if the receiver has acknowledged payload.
  let hasACK: Bool

  @inline(__always)
  init(_ segment: TCPSegment, from sender: TCPEndpoint, to receiver: TCPEndpoint) {
    idleTime = sender.idleTime(at: segment.time)
    isNew = sender.isNew(segment)
    movesOn = isBefore(sender.nextSequence, segment.end)
    receiverHasSent = receiver.marks.contains(.hasSent)
    hasACK = receiverHasSent && isBefore(sender.base &+ 1, receiver.lastAcknowledgment)
  }
}
