import PacketDecoding

/// Puts the fragments of IP datagrams together (RFC 791, RFC 8200).
///
/// A datagram is given up after 30 s, or when too many are open; beyond a number of bytes in all its
/// parts are still followed, but their bytes are not held.
struct FragmentTable {
  struct Key: Hashable {
    var source: IPAddress
    var destination: IPAddress
    var identification: UInt32
    var ipProtocol: UInt8

    init(_ fragment: FragmentInfo) {
      source = fragment.source
      destination = fragment.destination
      identification = fragment.identification
      ipProtocol = fragment.ipProtocol
    }
  }

  /// A datagram that was given up.
  struct Loss {
    var key: Key
    var datagram: FragmentedDatagram
    /// True if there was no room for it.
    var isBeyond: Bool
  }

  static let lifetime: Int64 = 30_000_000_000

  let limit: Int
  let byteLimit: Int
  private var datagrams: [Key: FragmentedDatagram] = [:]
  private var byteCount = 0
  private var oldest: [Key] = []
  private var next = 0

  init(limit: Int, byteLimit: Int) {
    self.limit = limit
    self.byteLimit = byteLimit
  }

  /// Adds a part; returns its datagram, which is forgotten if it is whole now.
  mutating func add(
    _ info: FragmentInfo, _ content: [UInt8]?, head: FragmentedDatagram.Head?,
    waiting: WaitingFragments, time: Int64
  ) -> (datagram: FragmentedDatagram, overlap: FragmentedDatagram.Overlap) {
    let key = Key(info)
    let known = datagrams.removeValue(forKey: key)
    var datagram = known ?? FragmentedDatagram(started: time)
    byteCount -= datagram.byteCount
    if byteCount + datagram.byteCount + (content?.count ?? 0) > byteLimit { datagram.dropBytes() }
    let overlap = datagram.add(info, content)
    if let head, datagram.head == nil { datagram.head = head }
    datagram.waiting.add(waiting)
    if !datagram.isWhole {
      byteCount += datagram.byteCount
      datagrams[key] = datagram
      if known == nil { oldest.append(key) }
    }
    return (datagram, overlap)
  }

  /// Takes out a datagram that is too old, or one too many.
  mutating func expire(now: Int64) -> Loss? {
    while next < oldest.count {
      let key = oldest[next]
      guard let datagram = datagrams[key] else {
        advance()
        continue
      }
      let isBeyond = datagrams.count > limit
      guard isBeyond || now &- datagram.started > Self.lifetime else { return nil }
      advance()
      datagrams[key] = nil
      byteCount -= datagram.byteCount
      return Loss(key: key, datagram: datagram, isBeyond: isBeyond)
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
  mutating func drain() -> [Loss] {
    let rest = oldest[next...].compactMap { key in
      datagrams.removeValue(forKey: key).map { Loss(key: key, datagram: $0, isBeyond: false) }
    }
    oldest.removeAll()
    next = 0
    byteCount = 0
    return rest
  }
}
