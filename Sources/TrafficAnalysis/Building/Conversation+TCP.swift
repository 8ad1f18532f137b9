import PacketDecoding

extension Conversation {
  /// Takes what is known of the connection.
  mutating func add(_ known: TCPTable.Measures, clientIsLow: Bool) {
    let (connection, details, trouble) = (known.connection, known.details, known.trouble)
    handshakeRTTNanoseconds = connection.handshakeRTT
    let both = details ?? TCPDetails(connection, clientIsLow: clientIsLow)
    let low = TCPDirection(both.low, trouble.low, both.lowTrips, connection.low)
    let high = TCPDirection(both.high, trouble.high, both.highTrips, connection.high)
    var measures = TCPMeasures()
    measures.handshakeToServerNanoseconds = connection.handshakeHalves?.toServer
    measures.handshakeToClientNanoseconds = connection.handshakeHalves?.toClient
    measures.toServer = clientIsLow ? low : high
    measures.toClient = clientIsLow ? high : low
    addTotals(measures.toServer, measures.toClient)
    if details != nil || connection.details == -1 { tcp = measures }
  }

  private mutating func addTotals(_ toServer: TCPDirection, _ toClient: TCPDirection) {
    for direction in [toServer, toClient] {
      retransmissions += direction.retransmissions
      outOfOrder += direction.outOfOrder
      lostSegments += direction.lostSegments
      duplicateACKs += direction.duplicateACKs
      zeroWindows += direction.zeroWindows
      resets += direction.resets
    }
  }
}

extension TCPDirection {
  fileprivate init(
    _ stream: TCPStreamDetails, _ trouble: TCPStreamTrouble, _ trips: RoundTripTally,
    _ endpoint: TCPEndpoint
  ) {
    self.init()
    sentBytes = stream.sentBytes
    uniqueBytes = stream.uniqueBytes
    retransmittedBytes = trouble.resentBytes
    add(trouble.counts)
    resets = UInt64(trouble.furtherResets) + (endpoint.marks.contains(.hasReset) ? 1 : 0)
    sackBlocks = UInt64(trouble.sackBlocks)
    if stream.hasWindow {
      smallestWindow = UInt64(stream.smallestWindow) << UInt64(endpoint.windowShift)
      largestWindow = UInt64(stream.largestWindow) << UInt64(endpoint.windowShift)
    }
    // Without its SYN, an endpoint's first bytes were not seen.
    if stream.sentBytes > 0, endpoint.marks.contains(.hasSYN) {
      initialWindow = UInt64(stream.initialWindow)
    }
    largestSegment = UInt64(stream.largestSegment)
    longestIdleNanoseconds = stream.longestIdle
    roundTrips = trips.summary
    options = TCPOptions(endpoint)
  }

  private mutating func add(_ counts: TCPCounts) {
    retransmissions = UInt64(counts.retransmissions)
    fastRetransmissions = UInt64(counts.fastRetransmissions)
    spuriousRetransmissions = UInt64(counts.spuriousRetransmissions)
    outOfOrder = UInt64(counts.outOfOrder)
    duplicateACKs = UInt64(counts.duplicateACKs)
    lostSegments = UInt64(counts.lostSegments)
    ackedUnseenSegments = UInt64(counts.ackedUnseen)
    zeroWindows = UInt64(counts.zeroWindows)
    zeroWindowProbes = UInt64(counts.zeroWindowProbes)
    windowFull = UInt64(counts.windowFull)
    windowUpdates = UInt64(counts.windowUpdates)
    keepAlives = UInt64(counts.keepAlives)
    keepAliveACKs = UInt64(counts.keepAliveACKs)
  }
}

extension TCPOptions {
  /// Nil if no SYN of the endpoint was seen.
  fileprivate init?(_ endpoint: TCPEndpoint) {
    guard endpoint.marks.contains(.hasSYN) else { return nil }
    self.init()
    if endpoint.maximumSegmentSize > 0 { maximumSegmentSize = endpoint.maximumSegmentSize }
    windowScale = endpoint.offeredScale
    permitsSACK = endpoint.marks.contains(.permitsSACK)
    timestamps = endpoint.marks.contains(.hasTimestamps)
  }
}
