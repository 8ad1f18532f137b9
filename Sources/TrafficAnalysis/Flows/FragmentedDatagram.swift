import PacketDecoding

/// The parts of a datagram that have come so far.
///
/// Where parts overlap, what came first stays.
struct FragmentedDatagram {
  /// What is known of a datagram's flow from its first fragment.
  struct Head {
    var source: IPAddress
    var destination: IPAddress
    var ipVersion: UInt8
    var ipProtocol: UInt8
    var sourcePort: UInt16
    var destinationPort: UInt16
    var transport: ProtocolID
  }

  /// What adding a part told.
  struct Overlap {
    var isAny = false
    /// The bytes that were there before are others.
    var isConflict = false
  }

  private static let partLimit = 64

  let started: Int64
  var head: Head?
  /// Packets that came, which belong to no flow yet.
  var waiting = WaitingFragments()
  /// Parts that were seen, sorted, apart.
  private var parts: [Range<Int>] = []
  /// The bytes of each part; empty once they are not held any more.
  private var bytes: [[UInt8]] = []
  /// Bytes of payload in all, once the last fragment was seen.
  private var total: Int?
  private(set) var holdsBytes = true

  init(started: Int64) { self.started = started }

  var isWhole: Bool { total != nil && parts.count == 1 && parts[0] == 0..<(total ?? 0) }

  /// How many bytes are held.
  var byteCount: Int { bytes.reduce(0) { $0 + $1.count } }

  /// The whole datagram.
  var payload: [UInt8]? { isWhole && holdsBytes ? bytes[0] : nil }

  /// Goes on without the bytes of any part.
  mutating func dropBytes() {
    holdsBytes = false
    bytes = parts.map { _ in [] }
  }

  /// Adds a part; `content` is nil if not all of it was captured.
  mutating func add(_ info: FragmentInfo, _ content: [UInt8]?) -> Overlap {
    // Of several ends the first one counts.
    if !info.moreFragments, total == nil { total = info.offset + info.length }
    let part = info.offset..<min(info.offset + info.length, total ?? .max)
    guard part.lowerBound <= part.upperBound else { return Overlap() }
    if content == nil, holdsBytes { dropBytes() }
    return insert(part, Array((content ?? []).prefix(part.count)))
  }

  private mutating func insert(_ part: Range<Int>, _ content: [UInt8]) -> Overlap {
    let first = parts.firstIndex { $0.upperBound >= part.lowerBound } ?? parts.count
    let end = parts[first...].firstIndex { $0.lowerBound > part.upperBound } ?? parts.count
    if first == end {
      guard parts.count < Self.partLimit else { return Overlap() }
      parts.insert(part, at: first)
      bytes.insert(holdsBytes ? content : [], at: first)
      return Overlap()
    }
    // The common case: the next part in order.
    if end - first == 1, parts[first].upperBound == part.lowerBound {
      parts[first] = parts[first].lowerBound..<part.upperBound
      if holdsBytes { bytes[first] += content }
      return Overlap()
    }
    return merge(part, content, with: first..<end)
  }

  /// Joins a part with those that it touches.
  private mutating func merge(
    _ part: Range<Int>, _ content: [UInt8], with known: Range<Int>
  ) -> Overlap {
    let lower = min(part.lowerBound, parts[known.lowerBound].lowerBound)
    let upper = max(part.upperBound, parts[known.upperBound - 1].upperBound)
    var merged = [UInt8](repeating: 0, count: holdsBytes ? upper - lower : 0)
    if holdsBytes {
      merged.replaceSubrange(part.lowerBound - lower..<part.upperBound - lower, with: content)
    }
    var overlap = Overlap()
    for index in known {
      let common = parts[index].clamped(to: part)
      let place = parts[index].lowerBound - lower..<parts[index].upperBound - lower
      if !common.isEmpty {
        overlap.isAny = true
        let range = common.lowerBound - lower..<common.upperBound - lower
        let before = merged.isEmpty ? merged[...] : merged[range]
        if holdsBytes { merged.replaceSubrange(place, with: bytes[index]) }
        if !merged.isEmpty, before != merged[range] { overlap.isConflict = true }
      } else if holdsBytes {
        merged.replaceSubrange(place, with: bytes[index])
      }
    }
    parts.replaceSubrange(known, with: [lower..<upper])
    bytes.replaceSubrange(known, with: [merged])
    return overlap
  }
}
