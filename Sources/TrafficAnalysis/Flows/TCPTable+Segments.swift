import PacketDecoding

extension TCPTable {
  /// What became of a segment.
  struct Outcome {
    var analysis: TCPAnalysis
    var landmarks: TCPLandmarks
  }

  /// Judges a segment, and takes it into its connection.
  @inline(__always)
  mutating func add(
    _ segment: TCPSegment, _ header: TCPHeader, to place: Int32, _ totals: inout AnalyzerTotals
  ) -> Outcome {
    let index = Int(place)
    if header.sackBlockCount > 0 { totals.tcp.sackBlocks &+= UInt64(header.sackBlockCount) }
    var landmarks = TCPLandmarks()
    if segment.isOpeningOrReset { landmarks = begin(segment, header, index) }
    let found = connections[index].judge(segment)
    if segment.length > 0 || found.rawValue != 0 || connections[index].details >= 0 {
      landmarks.insert(count(segment, header, found, place, &totals))
    }
    if connections[index].remember(segment, found) { noteHandshake(index, segment, &totals) }
    return Outcome(analysis: found, landmarks: landmarks)
  }

  /// Takes what only a SYN or a RST has.
  private mutating func begin(
    _ segment: TCPSegment, _ header: TCPHeader, _ index: Int
  ) -> TCPLandmarks {
    var landmarks = TCPLandmarks()
    if segment.isSYN {
      if connections[index].isOtherSYNACK(segment) { landmarks.insert(.otherSYNACK) }
      connections[index].takeOptions(header, fromLow: segment.fromLow)
    }
    guard segment.isRST else { return landmarks }
    let reset = connections[index].noteReset(segment)
    if reset.isOther { landmarks.insert(.otherRST) }
    // The first is kept with the connection: many have no more than that.
    if !reset.isFirst, let number = details(of: index, segment) {
      change(number, fromLow: segment.fromLow) { $0.furtherResets &+= 1 }
    }
    return landmarks
  }

  private mutating func noteHandshake(
    _ index: Int, _ segment: TCPSegment, _ totals: inout AnalyzerTotals
  ) {
    totals.tcp.established += 1
    let connection = connections[index]
    guard let whole = connection.handshakeRTT else { return }
    totals.handshakes.add(whole)
    if let halves = connection.handshakeHalves {
      totals.handshakesToServer.add(halves.toServer)
      totals.handshakesToClient.add(halves.toClient)
    }
    if connection.details >= 0 {
      details[Int(connection.details)].addHandshake(connection, clientIsLow: segment.clientIsLow)
    }
  }

  /// Counts a segment among the details of its connection.
  private mutating func count(
    _ segment: TCPSegment, _ header: TCPHeader, _ found: TCPAnalysis, _ place: Int32,
    _ totals: inout AnalyzerTotals
  ) -> TCPLandmarks {
    let index = Int(place)
    let fresh = followGaps(segment, found, place, &totals)
    guard let number = details(of: index, segment) else { return TCPLandmarks(firstOf: found) }
    let situation =
      segment.fromLow
      ? TCPSituation(segment, from: connections[index].low, to: connections[index].high)
      : TCPSituation(segment, from: connections[index].high, to: connections[index].low)
    let sample =
      segment.fromLow
      ? details[number].countFromLow(segment, found, fresh, situation, &segments)
      : details[number].countFromHigh(segment, found, fresh, situation, &segments)
    if let sample, sample.hasPayload { totals.dataRoundTrips.add(sample.roundTrip(at: segment)) }
    var landmarks = TCPLandmarks()
    if found.rawValue != 0 || header.sackBlockCount > 0 {
      change(number, fromLow: segment.fromLow) {
        landmarks = $0.add(segment, header, found, fresh: fresh)
      }
    }
    if segment.isFIN, details[number].noteFIN(segment) { landmarks.insert(.otherFIN) }
    return landmarks
  }

  /// Changes the trouble of an endpoint whose connection has these details.
  private mutating func change(
    _ details: Int, fromLow: Bool, _ change: (inout TCPStreamTrouble) -> Void
  ) {
    let place = trouble(of: details)
    if fromLow { change(&troubles[place].low) } else { change(&troubles[place].high) }
  }

  /// Remembers what was skipped; returns how many bytes of payload were not seen before.
  @inline(__always)
  private mutating func followGaps(
    _ segment: TCPSegment, _ found: TCPAnalysis, _ place: Int32, _ totals: inout AnalyzerTotals
  ) -> UInt32 {
    guard found.hasAny(.sequencing) else { return segment.length }
    if found.hasAny(.outside) { return 0 }
    let sender =
      segment.fromLow ? connections[Int(place)].low : connections[Int(place)].high
    let id = Self.id(place, isLow: segment.fromLow)
    if found.contains(.lostSegment) {
      gaps.add(from: sender.nextSequence, to: segment.sequence, id: id)
    }
    let fresh = sender.freshBytes(of: segment) { gaps.fill(from: $0, to: $1, id: id) }
    totals.tcp.retransmittedBytes &+= UInt64(segment.length &- fresh)
    return fresh
  }
}

extension TCPEndpoint {
  /// How many bytes of payload were not seen before; `fill` tells what was skipped in a range.
  fileprivate func freshBytes(
    of segment: TCPSegment, _ fill: (UInt32, UInt32) -> UInt32
  ) -> UInt32 {
    let start = segment.payloadStart
    guard segment.length > 0, nextSequence != 0, isBefore(start, nextSequence) else {
      return segment.length
    }
    let end = start &+ segment.length
    let known = isBefore(nextSequence, end) ? nextSequence : end
    let old = known &- start
    return segment.length &- old &+ min(old, fill(start, known))
  }
}
