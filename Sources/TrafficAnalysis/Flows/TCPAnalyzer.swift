import PacketDecoding

/// Judges segments as Wireshark does (User's Guide, "TCP Analysis").
struct TCPAnalyzer {
  /// Ranges that were skipped, of endpoints that lost something.
  private var gaps: [UInt64: [Gap]] = [:]
  /// Endpoints whose gaps are remembered.
  let tableLimit: Int
  /// Gaps that were not remembered.
  private(set) var beyond: UInt64 = 0

  init(gapLimit: Int) { tableLimit = gapLimit }

  private struct Gap {
    var start: UInt32
    var end: UInt32
  }

  private static let gapLimit = 64
  /// Without a round-trip time, a segment that comes this late was sent again (nanoseconds).
  private static let defaultReordering: Int64 = 3_000_000
  /// A fast retransmission follows the last duplicate ACK within this time.
  private static let fastRetransmissionTime: Int64 = 20_000_000

  /// Judges a segment and remembers it; `id` tells endpoints apart.
  @inline(__always)
  mutating func analyze(
    _ segment: TCPSegment, from sender: inout TCPEndpoint, to receiver: inout TCPEndpoint,
    roundTrip: Int64, id: UInt64
  ) -> TCPAnalysis {
    var found = TCPAnalysis()
    judgeFlow(segment, sender, &receiver, &found)
    if segment.acknowledgment != sender.lastAcknowledgment { sender.duplicateACKs = 0 }
    if found.contains(.duplicateACK) { sender.duplicateACKs &+= 1 }
    if segment.flags.contains(.ack), receiver.mostToAcknowledge != 0,
      isBefore(receiver.mostToAcknowledge, segment.acknowledgment)
    {
      found.insert(.ackedUnseen)
      receiver.mostToAcknowledge = segment.acknowledgment
    }
    let advances = segment.length > 0 || segment.flags.hasAny(.numbered)
    if advances, sender.nextSequence != 0, isBefore(segment.sequence, sender.nextSequence),
      !found.contains(.keepAlive)
    {
      found.insert(judgeRepeat(segment, sender, receiver, roundTrip: roundTrip, id: id))
    }
    remember(segment, &sender, found, id: id)
    return found
  }

  /// The findings that say how the data flows.
  @inline(__always)
  private func judgeFlow(
    _ segment: TCPSegment, _ sender: TCPEndpoint, _ receiver: inout TCPEndpoint,
    _ found: inout TCPAnalysis
  ) {
    let isNext = segment.sequence == sender.nextSequence
    if segment.length == 1, isNext, receiver.window == 0, receiver.hasBase {
      found.insert(.zeroWindowProbe)
      return
    }
    let isPlain = !segment.isControl
    if segment.window == 0, isPlain { found.insert(.zeroWindow) }
    if sender.nextSequence != 0, isBefore(sender.nextSequence, segment.sequence),
      !segment.flags.contains(.rst)
    {
      found.insert(.lostSegment)
    }
    guard isPlain else { return }
    if segment.length <= 1, segment.sequence == sender.nextSequence &- 1, sender.nextSequence != 0 {
      found.insert(.keepAlive)
    }
    if segment.length > 0 {
      if fillsWindow(segment, receiver) { found.insert(.windowFull) }
    } else if isNext {
      judgeACK(segment, sender, receiver, &found)
    }
  }

  @inline(__always)
  private func fillsWindow(_ segment: TCPSegment, _ receiver: TCPEndpoint) -> Bool {
    guard receiver.windowScale != -1 else { return false }
    let scale = receiver.windowIsOfSYN ? 0 : max(0, receiver.windowScale)
    let edge = receiver.lastAcknowledgment &+ UInt32(receiver.window) << UInt32(scale)
    return segment.sequence &+ segment.length == edge
  }

  /// A segment without data at the expected place.
  @inline(__always)
  private func judgeACK(
    _ segment: TCPSegment, _ sender: TCPEndpoint, _ receiver: TCPEndpoint,
    _ found: inout TCPAnalysis
  ) {
    let isRepeated = segment.acknowledgment == sender.lastAcknowledgment
    if segment.window == 0 {
      if segment.window == sender.window,
        isRepeated || segment.acknowledgment == sender.lastAcknowledgment &+ 1,
        receiver.lastAnalysis.contains(.zeroWindowProbe)
      {
        found.insert(.zeroWindowProbeACK)
      }
      return
    }
    guard isRepeated else { return }
    if segment.window != sender.window {
      found.insert(.windowUpdate)
    } else if receiver.lastAnalysis.contains(.keepAlive) {
      found.insert(.keepAliveACK)
    } else {
      found.insert(.duplicateACK)
    }
  }

  /// A segment that begins before what was already sent.
  private func judgeRepeat(
    _ segment: TCPSegment, _ sender: TCPEndpoint, _ receiver: TCPEndpoint, roundTrip: Int64,
    id: UInt64
  ) -> TCPAnalysis {
    let last = segment.sequence &+ segment.length
    if segment.length > 0, receiver.lastAcknowledgment != 0,
      !isBefore(receiver.lastAcknowledgment, last)
    {
      return .spuriousRetransmission
    }
    // New data behind a byte that may have been a zero-window probe.
    if segment.length > 1, segment.sequence == sender.nextSequence &- 1 { return TCPAnalysis() }
    let wasSeen =
      !isBefore(sender.nextSequence, last) && !isGap(segment.sequence, last, id: id)
    let patience = roundTrip > 0 ? roundTrip : Self.defaultReordering
    if segment.time &- sender.nextSequenceTime < patience, sender.nextSequence != last, !wasSeen {
      return .outOfOrder
    }
    if receiver.duplicateACKs >= 2, receiver.lastAcknowledgment == segment.sequence,
      segment.time &- receiver.lastTime < Self.fastRetransmissionTime
    {
      return .fastRetransmission
    }
    return .retransmission
  }

  @inline(__always)
  private mutating func remember(
    _ segment: TCPSegment, _ sender: inout TCPEndpoint, _ found: TCPAnalysis, id: UInt64
  ) {
    let isProbe = found.contains(.zeroWindowProbe)
    if found.contains(.lostSegment) {
      addGap(from: sender.nextSequence, to: segment.sequence, id: id)
    } else if found.contains(.outOfOrder) {
      fillGap(segment.sequence, segment.sequence &+ segment.length, id: id)
    }
    if !isProbe {
      let isContinuous =
        segment.sequence == sender.mostToAcknowledge || sender.mostToAcknowledge == 0
      if sender.nextSequence == 0 || isBefore(sender.nextSequence, segment.end) {
        sender.nextSequence = segment.end
        sender.nextSequenceTime = segment.time
      }
      if isContinuous { sender.mostToAcknowledge = sender.nextSequence }
    }
    sender.window = segment.window
    sender.windowIsOfSYN = segment.flags.contains(.syn)
    sender.lastAcknowledgment = segment.acknowledgment
    sender.lastTime = segment.time
    sender.lastAnalysis = found
  }
}

// MARK: - Gaps

extension TCPAnalyzer {
  private func isGap(_ start: UInt32, _ end: UInt32, id: UInt64) -> Bool {
    guard let list = gaps[id] else { return false }
    return list.contains { isBefore(start, $0.end) && isBefore($0.start, end) }
  }

  private mutating func addGap(from start: UInt32, to end: UInt32, id: UInt64) {
    guard gaps.count < tableLimit || gaps[id] != nil else {
      beyond += 1
      return
    }
    var list = gaps[id] ?? []
    if list.count == Self.gapLimit { list.removeFirst() }
    list.append(Gap(start: start, end: end))
    gaps[id] = list
  }

  private mutating func fillGap(_ start: UInt32, _ end: UInt32, id: UInt64) {
    guard let list = gaps[id] else { return }
    let rest = list.flatMap { gap -> [Gap] in
      guard isBefore(start, gap.end), isBefore(gap.start, end) else { return [gap] }
      var pieces: [Gap] = []
      if isBefore(gap.start, start) { pieces.append(Gap(start: gap.start, end: start)) }
      if isBefore(end, gap.end) { pieces.append(Gap(start: end, end: gap.end)) }
      return pieces
    }
    gaps[id] = rest.isEmpty ? nil : Array(rest.suffix(Self.gapLimit))
  }

  /// Forgets the gaps of a flow that is gone.
  mutating func forget(_ id: UInt64) { gaps[id] = nil }
}
