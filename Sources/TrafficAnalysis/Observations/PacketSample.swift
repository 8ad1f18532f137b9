import PacketDecoding

/// What is looked at in some packets only, because it costs more than a few nanoseconds.
///
/// Which packets these are follows from their numbers: the first ones, and then one of so many.
struct PacketSample: Sendable {
  private static let allUpTo: UInt64 = 4096
  private static let step: UInt64 = 64
  static let hostLimit = 16_384
  private static let adapterLimit = 4096
  /// An adapter that sends packets of so many IPv4 hosts is a router's.
  private static let routerHosts = 3

  private var checksums = KeyedTable<IPAddress, ChecksumHealth>()
  /// Hosts by the adapter that sends their packets, up to ``routerHosts``.
  private var senders = KeyedTable<MACAddress, [IPAddress]>()
  /// Hosts and adapters that found no room.
  private(set) var beyond: UInt64 = 0

  @inline(__always)
  static func has(_ number: UInt64) -> Bool { number <= allUpTo || number % step == 0 }

  /// Looks at a packet of the sample; `isWhole` if all of it was captured.
  mutating func add(_ packet: borrowing DecodedPacket, _ frame: RawSpan, isWhole: Bool) {
    if packet.hasMAC, packet.ipVersion == 4, !packet.source.isNone { noteSender(packet) }
    guard isWhole, packet.stop == nil else { return }
    let verdict = ChecksumVerdict(packet, frame)
    guard verdict != ChecksumVerdict() else { return }
    let source = packet.source
    let (isTCP, number) = (packet.transport.isTCP, packet.number)
    let hasRoom = checksums.update(
      source, limit: Self.hostLimit, adding: ChecksumHealth(source: source)
    ) { $0.add(verdict, isTCP: isTCP, number: number) }
    if !hasRoom { beyond += 1 }
  }

  private mutating func noteSender(_ packet: borrowing DecodedPacket) {
    note(packet.source, of: packet.sourceMAC)
  }

  private mutating func note(_ host: IPAddress, of adapter: MACAddress) {
    let hasRoom = senders.update(adapter, limit: Self.adapterLimit, adding: []) { known in
      if known.count < Self.routerHosts, !known.contains(host) { known.append(host) }
    }
    if !hasRoom { beyond += 1 }
  }

  mutating func merge(_ other: PacketSample) {
    beyond += other.beyond
    for (source, health) in other.checksums.pairs
    where !checksums.merge(source, health, limit: Self.hostLimit, { $0.merge($1) }) {
      beyond += 1
    }
    for (adapter, hosts) in other.senders.pairs {
      for host in hosts { note(host, of: adapter) }
    }
  }

  /// True if packets of several hosts come from the adapter.
  func isRouter(_ adapter: MACAddress) -> Bool {
    (senders[adapter]?.count ?? 0) >= Self.routerHosts
  }

  /// Hosts that sent packets with wrong checksums, by address.
  var wrong: [ChecksumHealth] {
    checksums.rows.filter { $0.wrong > 0 }.sorted { $0.source < $1.source }
  }
}
