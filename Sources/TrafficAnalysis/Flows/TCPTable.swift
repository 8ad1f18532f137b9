import PacketDecoding

/// The records of all TCP connections, and the details of those that carried data or had trouble.
struct TCPTable: ~Copyable {
  var connections = ChunkedArray<TCPConnection>()
  private var freeConnections: [Int32] = []
  var details = ChunkedArray<TCPDetails>()
  private var freeDetails: [Int32] = []
  var segments: SegmentPool
  var gaps: GapTable
  private let detailLimit: Int
  /// Connections that got no details because too many had some.
  private(set) var beyond: UInt64 = 0

  init(options: AnalysisOptions) {
    detailLimit = options.maxTCPDetails
    segments = SegmentPool(limit: options.maxUnacknowledged)
    gaps = GapTable(limit: options.maxGaps)
  }

  subscript(place: Int) -> TCPConnection {
    @inline(__always)
    _read { yield connections[place] }
  }

  /// A new record.
  mutating func open() -> Int32 {
    if let place = freeConnections.popLast() {
      connections[Int(place)] = TCPConnection()
      return place
    }
    connections.append(TCPConnection())
    return Int32(connections.count - 1)
  }

  /// Lets a record be used again.
  mutating func close(_ place: Int32) {
    let number = connections[Int(place)].details
    if number >= 0 {
      segments.clear(&details[Int(number)].low.unacknowledged)
      segments.clear(&details[Int(number)].high.unacknowledged)
      freeDetails.append(number)
    }
    gaps.forget(Self.id(place, isLow: true))
    gaps.forget(Self.id(place, isLow: false))
    freeConnections.append(place)
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
    var number: Int32 = -2
    if let free = freeDetails.popLast() {
      number = free
      details[Int(free)] = TCPDetails(connections[place], clientIsLow: segment.clientIsLow)
    } else if details.count < detailLimit {
      number = Int32(details.count)
      details.append(TCPDetails(connections[place], clientIsLow: segment.clientIsLow))
    } else {
      beyond += 1
    }
    connections[place].details = number
    return number >= 0 ? Int(number) : nil
  }

  /// A connection's record with its details, for a report.
  func measures(of place: Int32) -> (connection: TCPConnection, details: TCPDetails?)? {
    guard place >= 0 else { return nil }
    let connection = connections[Int(place)]
    return (connection, connection.details >= 0 ? details[Int(connection.details)] : nil)
  }
}
