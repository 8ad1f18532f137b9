package import PacketDecoding

/// How the checksums were of packets that one host sent, of those that were looked at.
package struct ChecksumHealth: Sendable {
  package var source: IPAddress
  /// IPv4 headers, and segments of TCP and datagrams of UDP.
  package var headers = Counts()
  package var tcp = Counts()
  package var udp = Counts()
  /// The first packets with a wrong one.
  package var packets = PacketNumbers()

  package struct Counts: Equatable, Sendable {
    package var verified: UInt64 = 0
    package var wrong: UInt64 = 0

    package init() {}

    mutating func add(_ outcome: ChecksumVerdict.Outcome) {
      if outcome != .unknown { verified += 1 }
      if outcome == .wrong { wrong += 1 }
    }

    mutating func merge(_ other: Counts) {
      verified += other.verified
      wrong += other.wrong
    }
  }

  package init(source: IPAddress) { self.source = source }

  package var wrong: UInt64 { headers.wrong + tcp.wrong + udp.wrong }

  mutating func add(_ verdict: ChecksumVerdict, isTCP: Bool, number: UInt64) {
    headers.add(verdict.header)
    if isTCP { tcp.add(verdict.transport) } else { udp.add(verdict.transport) }
    if verdict.header == .wrong || verdict.transport == .wrong { packets.add(number) }
  }

  mutating func merge(_ other: ChecksumHealth) {
    headers.merge(other.headers)
    tcp.merge(other.tcp)
    udp.merge(other.udp)
    packets.merge(other.packets)
  }
}
