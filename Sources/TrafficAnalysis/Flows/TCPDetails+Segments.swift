import PacketDecoding

/// Segments, of which so many bytes of payload are new; a sample is a round trip that they measured.
extension TCPDetails {
  @inline(__always)
  mutating func countFromLow(
    _ segment: TCPSegment, _ found: TCPAnalysis, _ fresh: UInt32, _ situation: TCPSituation,
    _ segments: inout SegmentPool
  ) -> SegmentPool.Sample? {
    low.count(segment, found, fresh, situation, &segments)
    guard segment.isACK,
      let sample = segments.acknowledge(segment.acknowledgment, in: &high.unacknowledged)
    else { return nil }
    highTrips.add(sample.roundTrip(at: segment))
    return sample
  }

  @inline(__always)
  mutating func countFromHigh(
    _ segment: TCPSegment, _ found: TCPAnalysis, _ fresh: UInt32, _ situation: TCPSituation,
    _ segments: inout SegmentPool
  ) -> SegmentPool.Sample? {
    high.count(segment, found, fresh, situation, &segments)
    guard segment.isACK,
      let sample = segments.acknowledge(segment.acknowledgment, in: &low.unacknowledged)
    else { return nil }
    lowTrips.add(sample.roundTrip(at: segment))
    return sample
  }

  /// Notes a FIN; true if its sender sent another before.
  mutating func noteFIN(_ segment: TCPSegment) -> Bool {
    segment.fromLow ? low.noteFIN(segment) : high.noteFIN(segment)
  }
}

extension TCPStreamDetails {
  @inline(__always)
  fileprivate mutating func count(
    _ segment: TCPSegment, _ found: TCPAnalysis, _ fresh: UInt32, _ situation: TCPSituation,
    _ segments: inout SegmentPool
  ) {
    add(segment, situation)
    guard segment.isNumbered else { return }
    if segment.length > 0 { addPayload(segment, fresh: fresh, situation) }
    if !segment.isSYN, !found.hasAny(.outside) {
      expectACK(segment, fresh, situation, &segments)
    }
  }

  @inline(__always)
  private mutating func expectACK(
    _ segment: TCPSegment, _ fresh: UInt32, _ situation: TCPSituation,
    _ segments: inout SegmentPool
  ) {
    let isNew = situation.isNew
    if !isNew, segment.length == 0 || fresh < segment.length {
      segments.markResent(from: segment.sequence, in: unacknowledged)
    }
    guard isNew || situation.movesOn else { return }
    segments.append(
      end: segment.end, time: segment.time, hasPayload: segment.length > 0, isAmbiguous: !isNew,
      isHeard: situation.receiverHasSent, to: &unacknowledged)
  }
}
