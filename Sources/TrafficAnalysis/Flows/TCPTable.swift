import PacketDecoding

/// The records of all TCP connections, and the details of those that carried data or had trouble.
struct TCPTable: ~Copyable {
  var connections = ChunkedArray<TCPConnection>()
  var details = ChunkedArray<TCPDetails>()
  /// No more than there are details.
  var troubles = ChunkedArray<TCPTrouble>()
  var segments: SegmentPool
  var gaps: GapTable
  var stalls: StallTable
  var stuck: StuckSegments
  private let detailLimit: Int
  /// Endpoints with stalls, and with segments that are stuck, each.
  private static let endpointLimit = 16_384
  /// Connections that got no details because too many had some.
  private(set) var beyond: UInt64 = 0

  init(options: AnalysisOptions) {
    detailLimit = options.maxTCPDetails
    segments = SegmentPool(limit: options.maxUnacknowledged)
    gaps = GapTable(limit: options.maxGaps)
    stalls = StallTable(limit: Self.endpointLimit)
    stuck = StuckSegments(limit: Self.endpointLimit)
  }

  subscript(place: Int) -> TCPConnection {
    @inline(__always)
    _read { yield connections[place] }
  }

  /// A new record.
  mutating func open() -> Int32 { Int32(connections.insert(TCPConnection())) }

  /// Lets a record be used again.
  mutating func close(_ place: Int32) {
    let number = Int(connections[Int(place)].details)
    if number >= 0 {
      segments.clear(&details[number].low.unacknowledged)
      segments.clear(&details[number].high.unacknowledged)
      let trouble = Int(details[number].trouble)
      if trouble >= 0 { troubles.giveBack(trouble) }
      details.giveBack(number)
    }
    for isLow in [false, true] {
      let id = Self.id(place, isLow: isLow)
      gaps.forget(id)
      stalls.forget(id)
      stuck.forget(id)
    }
    connections.giveBack(Int(place))
  }

  /// Tells endpoints apart.
  static func id(_ place: Int32, isLow: Bool) -> UInt64 {
    UInt64(UInt32(bitPattern: place)) << 1 | (isLow ? 1 : 0)
  }

  /// The place of a connection's details, made if there are none yet; nil if there is no room.
  @inline(__always)
  mutating func details(of place: Int, _ segment: TCPSegment) -> Int? {
    let known = connections[place].details
    return known >= 0 ? Int(known) : makeDetails(of: place, segment)
  }

  private mutating func makeDetails(of place: Int, _ segment: TCPSegment) -> Int? {
    // -2: asked for before, without success.
    guard connections[place].details == -1 else { return nil }
    guard details.live < detailLimit else {
      beyond += 1
      connections[place].details = -2
      return nil
    }
    let number = details.insert(
      TCPDetails(connections[place], clientIsLow: segment.clientIsLow))
    connections[place].details = Int32(number)
    return number
  }

  /// The place of the trouble of a connection with these details, made if there is none yet.
  mutating func trouble(of number: Int) -> Int {
    let known = details[number].trouble
    guard known < 0 else { return Int(known) }
    let place = troubles.insert(TCPTrouble())
    details[number].trouble = Int32(place)
    return place
  }

  /// All that is known of a connection, for a report.
  struct Measures {
    var connection: TCPConnection
    /// Nil if there are none.
    var details: TCPDetails?
    var trouble = TCPTrouble()
  }

  func measures(of place: Int32) -> Measures? {
    guard place >= 0 else { return nil }
    let connection = connections[Int(place)]
    guard connection.details >= 0 else { return Measures(connection: connection) }
    let known = details[Int(connection.details)]
    return Measures(connection: connection, details: known, trouble: trouble(known))
  }

  func trouble(_ details: TCPDetails) -> TCPTrouble {
    details.trouble >= 0 ? troubles[Int(details.trouble)] : TCPTrouble()
  }
}
