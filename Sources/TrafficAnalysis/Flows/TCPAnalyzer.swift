import PacketDecoding

/// Judges segments as Wireshark does (User's Guide, "TCP Analysis").
enum TCPAnalyzer {
  /// A fast retransmission follows the last duplicate ACK within this time (nanoseconds).
  private static let fastRetransmissionTime: Int64 = 20_000_000

  /// Judges a segment; ``remember(_:_:in:)`` must follow.
  ///
  /// `patience` is the time within which a segment may come late.
  @inline(__always)
  static func judge(
    _ segment: TCPSegment, from sender: inout TCPEndpoint, to receiver: inout TCPEndpoint,
    patience: Int64
  ) -> TCPAnalysis {
    if segment.isSYN { begin(segment, &sender, receiver) }
    if !receiver.marks.contains(.hasBase), segment.isACK {
      receiver.base = segment.acknowledgment &- 1
      receiver.marks.set(.hasBase)
    }
    if !sender.marks.contains(.hasBase) {
      sender.base = segment.isSYN ? segment.sequence : segment.sequence &- 1
      sender.marks.set(.hasBase)
    }
    var found = TCPAnalysis()
    judgeFlow(segment, sender, receiver, &found)
    countDuplicate(segment, &sender, found)
    if receiver.marks.contains(.hasSequence), segment.isACK,
      isBefore(receiver.mostToAcknowledge, segment.acknowledgment)
    {
      judgeUnseen(&receiver, &found)
    }
    if segment.isNumbered, !found.contains(.keepAlive) {
      let isRepeat = !sender.isNew(segment)
      if isRepeat || segment.length > 0 {
        found.insert(
          judgeRepeat(segment, sender, receiver, isRepeat: isRepeat, patience: patience))
      }
    }
    return found
  }

  /// The findings that say how the data flows.
  @inline(__always)
  private static func judgeFlow(
    _ segment: TCPSegment, _ sender: TCPEndpoint, _ receiver: TCPEndpoint,
    _ found: inout TCPAnalysis
  ) {
    let isKnown = sender.marks.contains(.hasSequence)
    let isNext = isKnown && segment.sequence == sender.nextSequence
    if segment.length == 1, isNext, receiver.window == 0, receiver.marks.contains(.hasSent) {
      found.insert(.zeroWindowProbe)
      return
    }
    let isPlain = !segment.isControl
    if segment.window == 0, isPlain { found.insert(.zeroWindow) }
    if isKnown, isBefore(sender.nextSequence, segment.sequence),
      !segment.isRST
    {
      found.insert(.lostSegment)
    }
    guard isPlain else { return }
    if segment.length <= 1, isKnown, segment.sequence == sender.nextSequence &- 1 {
      found.insert(.keepAlive)
    }
    if segment.length > 0 {
      if fillsWindow(segment, receiver) { found.insert(.windowFull) }
    } else if isNext {
      judgeACK(segment, sender, receiver, &found)
    }
  }

  @inline(__always)
  private static func fillsWindow(_ segment: TCPSegment, _ receiver: TCPEndpoint) -> Bool {
    guard receiver.windowScale != -1 else { return false }
    let shift = receiver.marks.contains(.windowIsOfSYN) ? 0 : receiver.windowShift
    let edge = receiver.lastAcknowledgment &+ UInt32(receiver.window) << UInt32(shift)
    return segment.sequence &+ segment.length == edge
  }

  /// A segment without data at the expected place.
  @inline(__always)
  private static func judgeACK(
    _ segment: TCPSegment, _ sender: TCPEndpoint, _ receiver: TCPEndpoint,
    _ found: inout TCPAnalysis
  ) {
    guard segment.acknowledgment == sender.lastAcknowledgment else { return }
    let isSameWindow = segment.window == sender.window
    if segment.window == 0 {
      if isSameWindow, receiver.marks.contains(.lastWasProbe) { found.insert(.zeroWindowProbeACK) }
    } else if !isSameWindow {
      found.insert(.windowUpdate)
    } else {
      found.insert(receiver.marks.contains(.lastWasKeepAlive) ? .keepAliveACK : .duplicateACK)
    }
  }

  @inline(__always)
  private static func countDuplicate(
    _ segment: TCPSegment, _ sender: inout TCPEndpoint, _ found: TCPAnalysis
  ) {
    if segment.acknowledgment != sender.lastAcknowledgment {
      sender.duplicateACKs = 0
      sender.marks.set(.ackedBeyond, false)
    } else if found.contains(.duplicateACK) {
      sender.duplicateACKs = min(2, sender.duplicateACKs + 1)
      sender.marks.set(.ackedBeyond, false)
    }
  }

  /// An ACK of more than was seen.
  ///
  /// It is not said again until the other side has moved on: while that repeats its ACKs, it waits
  /// for something itself, and what is acknowledged is what it sends then.
  private static func judgeUnseen(_ receiver: inout TCPEndpoint, _ found: inout TCPAnalysis) {
    if receiver.mostToAcknowledge != receiver.nextSequence {
      receiver.mostToAcknowledge = receiver.nextSequence
      found.insert(.ackedUnseen)
      return
    }
    if receiver.duplicateACKs == 0, !receiver.marks.contains(.ackedBeyond) {
      found.insert(.ackedUnseen)
    }
    receiver.marks.set(.ackedBeyond)
    receiver.duplicateACKs = 0
  }

  /// A segment that may have been sent before.
  private static func judgeRepeat(
    _ segment: TCPSegment, _ sender: TCPEndpoint, _ receiver: TCPEndpoint, isRepeat: Bool,
    patience: Int64
  ) -> TCPAnalysis {
    if segment.length > 0, receiver.lastAcknowledgment != 0,
      !isBefore(receiver.lastAcknowledgment, segment.sequence &+ segment.length)
    {
      return .spuriousRetransmission
    }
    guard isRepeat else { return TCPAnalysis() }
    // New data behind a byte that may have been a zero-window probe.
    if segment.length > 1, segment.sequence == sender.nextSequence &- 1 { return TCPAnalysis() }
    if receiver.duplicateACKs >= 2 || receiver.marks.contains(.ackedBeyond),
      receiver.lastAcknowledgment == segment.sequence,
      segment.time &- receiver.lastTime < fastRetransmissionTime
    {
      return .fastRetransmission
    }
    if segment.time &- sender.nextSequenceTime < patience, sender.nextSequence != segment.end {
      return .outOfOrder
    }
    return .retransmission
  }
}

// MARK: - Remembering

extension TCPAnalyzer {
  @inline(__always)
  static func remember(
    _ segment: TCPSegment, _ found: TCPAnalysis, in sender: inout TCPEndpoint
  ) {
    if !found.contains(.zeroWindowProbe) {
      let end = segment.end
      let isFirst = !sender.marks.contains(.hasSequence)
      let isContinuous = isFirst || segment.sequence == sender.mostToAcknowledge
      if isFirst || isBefore(sender.nextSequence, end) {
        sender.nextSequence = end
        sender.nextSequenceTime = segment.time
      }
      if isContinuous { sender.mostToAcknowledge = sender.nextSequence }
      sender.marks.set(.hasSequence)
    }
    sender.window = segment.window
    sender.lastAcknowledgment = segment.acknowledgment
    sender.lastTime = segment.time
    sender.marks.set(.hasSent)
    sender.marks.set(.windowIsOfSYN, segment.isSYN)
    if segment.isSYN, found.hasAny(.repeated) { sender.marks.set(.resentSYN) }
    sender.marks.set(.lastWasKeepAlive, found.contains(.keepAlive))
    sender.marks.set(.lastWasProbe, found.contains(.zeroWindowProbe))
  }

  /// A SYN-ACK with another number replaces the first; a SYN that is sent again makes the sender
  /// go on from where it has no gap.
  private static func begin(
    _ segment: TCPSegment, _ sender: inout TCPEndpoint, _ receiver: TCPEndpoint
  ) {
    if segment.isACK {
      if sender.marks.contains(.hasBase) { sender.base = segment.sequence }
    } else {
      sender.nextSequence = sender.mostToAcknowledge
    }
  }
}
