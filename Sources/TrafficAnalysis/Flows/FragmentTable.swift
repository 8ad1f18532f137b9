import PacketDecoding

/// Follows the fragments of IP datagrams until they are whole (RFC 791, RFC 8200), without their bytes.
///
/// A datagram is given up after 30 s, or when too many are open.
struct FragmentTable {
  struct Key: Hashable {
    var source: IPAddress
    var destination: IPAddress
    var identification: UInt32
    var ipProtocol: UInt8
  }

  /// What is known of a datagram's flow from its first fragment.
  struct Head {
    var path: ProtocolPath
    var unknown: UnknownProtocol
    var sourcePort: UInt16
    var destinationPort: UInt16
    var transport: ProtocolID
    var source: IPAddress
    var destination: IPAddress
    var ipProtocol: UInt8
  }

  /// Fragments that came before the first one, whose flow is not known yet.
  struct Waiting {
    var packets: UInt32 = 0
    var bytes: UInt64 = 0
    var firstTime = Int64.max
    var lastTime = Int64.min

    mutating func add(bytes: UInt64, time: Int64) {
      packets += 1
      self.bytes += bytes
      firstTime = min(firstTime, time)
      lastTime = max(lastTime, time)
    }
  }

  struct Datagram {
    var started: Int64
    /// Parts that were seen, sorted, apart.
    var parts: [Range<Int>] = []
    /// Bytes of payload in all, once the last fragment was seen.
    var total: Int?
    var head: Head?
    var waiting = Waiting()

    var isWhole: Bool { total != nil && parts.count == 1 && parts[0] == 0..<(total ?? 0) }

    mutating func add(_ part: Range<Int>) {
      var merged = part
      parts.removeAll { other in
        guard other.lowerBound <= merged.upperBound, merged.lowerBound <= other.upperBound else {
          return false
        }
        merged = min(other.lowerBound, merged.lowerBound)..<max(other.upperBound, merged.upperBound)
        return true
      }
      parts.insert(
        merged, at: parts.firstIndex { $0.lowerBound > merged.lowerBound } ?? parts.count)
    }
  }

  static let lifetime: Int64 = 30_000_000_000
  private static let partLimit = 64

  let limit: Int
  /// Datagrams that were given up because too many were open.
  private(set) var beyond: UInt64 = 0
  private(set) var datagrams: [Key: Datagram] = [:]
  private var oldest: [Key] = []
  private var next = 0

  init(limit: Int) { self.limit = limit }

  /// Adds a fragment; returns its datagram as it is now. A whole one is forgotten.
  mutating func add(
    _ info: FragmentInfo, key: Key, head: Head?, time: Int64, bytes: UInt64
  ) -> Datagram {
    var datagram = datagrams[key] ?? Datagram(started: time)
    let isNew = datagrams[key] == nil
    if datagram.parts.count < Self.partLimit {
      datagram.add(info.offset..<info.offset + info.length)
    }
    if !info.moreFragments { datagram.total = info.offset + info.length }
    if let head { datagram.head = head }
    if datagram.head == nil { datagram.waiting.add(bytes: bytes, time: time) }
    let answer = datagram
    // With the head known, whoever asked attributes what waited.
    if datagram.head != nil { datagram.waiting = Waiting() }
    if datagram.isWhole {
      datagrams[key] = nil
    } else {
      datagrams[key] = datagram
      if isNew { oldest.append(key) }
    }
    return answer
  }

  /// Takes out a datagram that is too old, or one too many.
  mutating func expire(now: Int64) -> (key: Key, datagram: Datagram)? {
    while next < oldest.count {
      let key = oldest[next]
      guard let datagram = datagrams[key] else {
        advance()
        continue
      }
      guard now &- datagram.started > Self.lifetime || datagrams.count > limit else {
        return nil
      }
      if datagrams.count > limit { beyond += 1 }
      advance()
      datagrams[key] = nil
      return (key, datagram)
    }
    return nil
  }

  private mutating func advance() {
    next += 1
    if next > 4096, next * 2 > oldest.count {
      oldest.removeFirst(next)
      next = 0
    }
  }

  /// Takes out all that are left, oldest first.
  mutating func drain() -> [(key: Key, datagram: Datagram)] {
    let rest = oldest[next...].compactMap { key in
      datagrams.removeValue(forKey: key).map { (key, $0) }
    }
    oldest.removeAll()
    next = 0
    return rest
  }
}
