import PacketDecoding

/// Segments, of which so many bytes of payload are new.
extension TCPDetails {
  @inline(__always)
  mutating func countFromLow(
    _ segment: TCPSegment, _ header: TCPHeader, _ found: TCPAnalysis, _ fresh: UInt32,
    _ situation: TCPSituation, _ segments: inout SegmentPool
  ) -> (TCPLandmarks, SegmentPool.Sample?) {
    low.count(segment, found, fresh, situation, &segments)
    let isRare = found.rawValue != 0 || segment.isFIN || header.sackBlockCount > 0
    let landmarks = isRare ? lowTrouble.count(segment, header, found, fresh) : TCPLandmarks()
    guard segment.isACK,
      let sample = segments.acknowledge(segment.acknowledgment, in: &high.unacknowledged)
    else { return (landmarks, nil) }
    highTrips.add(sample.roundTrip(at: segment))
    return (landmarks, sample)
  }

  @inline(__always)
  mutating func countFromHigh(
    _ segment: TCPSegment, _ header: TCPHeader, _ found: TCPAnalysis, _ fresh: UInt32,
    _ situation: TCPSituation, _ segments: inout SegmentPool
  ) -> (TCPLandmarks, SegmentPool.Sample?) {
    high.count(segment, found, fresh, situation, &segments)
    let isRare = found.rawValue != 0 || segment.isFIN || header.sackBlockCount > 0
    let landmarks = isRare ? highTrouble.count(segment, header, found, fresh) : TCPLandmarks()
    guard segment.isACK,
      let sample = segments.acknowledge(segment.acknowledgment, in: &low.unacknowledged)
    else { return (landmarks, nil) }
    lowTrips.add(sample.roundTrip(at: segment))
    return (landmarks, sample)
  }
}

extension TCPStreamTrouble {
  fileprivate mutating func count(
    _ segment: TCPSegment, _ header: TCPHeader, _ found: TCPAnalysis, _ fresh: UInt32
  ) -> TCPLandmarks {
    addBlocks(header.sackBlockCount)
    var landmarks = add(segment, found, fresh: fresh)
    if segment.isFIN, noteFIN(segment) { landmarks.insert(.otherFIN) }
    return landmarks
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
