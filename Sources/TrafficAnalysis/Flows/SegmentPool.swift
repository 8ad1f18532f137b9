/// Segments that wait for their ACK, of all connections together, to measure round trips by.
///
/// Measured are segments whose end was acknowledged exactly, that were sent once, and before which
/// nothing was sent again meanwhile (Karn's algorithm, RFC 6298 section 3, as tcptrace applies it).
struct SegmentPool: ~Copyable {
  /// The segments of one endpoint, in the order of their numbers; places count from 1, 0 is none.
  struct Queue: BitwiseCopyable, Sendable {
    fileprivate var first: UInt32 = 0
    fileprivate var last: UInt32 = 0
    fileprivate var count: UInt32 = 0
  }

  /// A round trip that was measured.
  struct Sample {
    /// When the segment was sent.
    var time: Int64
    var hasPayload: Bool

    /// The time to the segment with its ACK.
    @inline(__always)
    func roundTrip(at segment: TCPSegment) -> Int64 {
      let trip = segment.time.subtractingReportingOverflow(time)
      return trip.overflow ? 0 : max(0, trip.partialValue)
    }
  }

  struct Entry: BitwiseCopyable {
    var time: Int64
    /// The sequence number after it.
    var end: UInt32
    /// Place of the next, and the two bits below.
    var link: UInt32
  }

  private static let ambiguous: UInt32 = 1 << 31
  private static let bare: UInt32 = 1 << 30
  private static let placeMask = bare - 1
  /// Segments of one endpoint; those past it are not measured.
  private static let queueLimit = 1024
  /// The same while the other side was not heard of, which may never happen.
  private static let unheardLimit = 16

  let limit: Int
  /// Segments that were not measured because too many waited.
  private(set) var beyond: UInt64 = 0
  private var entries = ChunkedArray<Entry>()
  private var free: UInt32 = 0

  init(limit: Int) { self.limit = min(limit, Int(Self.placeMask)) }

  @inline(__always)
  mutating func append(
    end: UInt32, time: Int64, hasPayload: Bool, isAmbiguous: Bool, isHeard: Bool,
    to queue: inout Queue
  ) {
    guard queue.count < (isHeard ? Self.queueLimit : Self.unheardLimit), let place = take() else {
      if isHeard { beyond &+= 1 }
      return
    }
    let bits = (hasPayload ? 0 : Self.bare) | (isAmbiguous ? Self.ambiguous : 0)
    entries[Int(place) - 1] = Entry(time: time, end: end, link: bits)
    if queue.last == 0 {
      queue.first = place
    } else {
      entries[Int(queue.last) - 1].link |= place
    }
    queue.last = place
    queue.count += 1
  }

  @inline(__always)
  private mutating func take() -> UInt32? {
    if free != 0 {
      let place = free
      free = entries[Int(place) - 1].link & Self.placeMask
      return place
    }
    guard entries.count < limit else { return nil }
    entries.append(Entry(time: 0, end: 0, link: 0))
    return UInt32(entries.count)
  }

  /// Removes what is acknowledged; returns the round trip of the segment that ends there.
  @inline(__always)
  mutating func acknowledge(_ number: UInt32, in queue: inout Queue) -> Sample? {
    var sample: Sample?
    while queue.first != 0 {
      let entry = entries[Int(queue.first) - 1]
      if isBefore(number, entry.end) { break }
      if entry.end == number, entry.link & Self.ambiguous == 0 {
        sample = Sample(time: entry.time, hasPayload: entry.link & Self.bare == 0)
      }
      entries[Int(queue.first) - 1].link = free
      free = queue.first
      queue.first = entry.link & Self.placeMask
      queue.count -= 1
    }
    if queue.first == 0 { queue.last = 0 }
    return sample
  }

  /// Notes that data from `sequence` on was sent again: nothing behind it can be measured any more.
  mutating func markResent(from sequence: UInt32, in queue: Queue) {
    var place = queue.first
    while place != 0 {
      let entry = entries[Int(place) - 1]
      if isBefore(sequence, entry.end) { entries[Int(place) - 1].link |= Self.ambiguous }
      place = entry.link & Self.placeMask
    }
  }

  /// Forgets all of an endpoint.
  mutating func clear(_ queue: inout Queue) {
    if queue.last != 0 {
      entries[Int(queue.last) - 1].link = free
      free = queue.first
    }
    queue = Queue()
  }
}
