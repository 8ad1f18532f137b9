package import TrafficAnalysis

/// Gives every protocol of a snapshot its place in the palette, the same in all charts.
///
/// Well-known protocols have the same place in every report. Others have one that follows from
/// their names, or the next that is free: the eight largest protocols never share.
package struct ProtocolColors: Sendable {
  private var slots: [String: Int] = [:]

  private static let fixed = [
    "tls": 0, "http": 1, "dns": 2, "quic": 3, "tcp": 4, "udp": 5, "arp": 6, "icmp": 7,
    "http2": 1, "mdns": 2, "icmpv6": 7, "ssh": 6,
  ]

  package init(_ snapshot: Snapshot) { self.init(ProtocolShare.shares(of: snapshot.protocols)) }

  init(_ shares: [ProtocolShare]) {
    let largest = shares.prefix(8).map(\.key)
    var free = Set(0..<8)
    // Well-known ones choose first, so that a large stranger cannot take their colour.
    for known in [true, false] {
      for key in largest where slots[key] == nil && (Self.fixed[key] != nil) == known {
        let preferred = Self.preferred(key)
        guard !known || free.contains(preferred) else { continue }
        let slot = (0..<8).map { (preferred + $0) % 8 }.first(where: free.contains) ?? preferred
        free.remove(slot)
        slots[key] = slot
      }
    }
    for key in largest where slots[key] == nil {
      slots[key] = free.min() ?? Self.preferred(key)
      free.remove(slots[key] ?? 0)
    }
  }

  /// The place of a protocol in ``Theme/series``, by its display-filter name.
  package func slot(_ key: String) -> Int { slots[key] ?? Self.preferred(key) }

  private static func preferred(_ key: String) -> Int {
    if let slot = fixed[key] { return slot }
    // FNV-1a; Swift's own hash differs from run to run.
    var hash: UInt32 = 0x811C_9DC5
    for byte in key.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash >> 16) % 8
  }
}
