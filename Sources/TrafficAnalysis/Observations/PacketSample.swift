import PacketDecoding

/// What is looked at in some packets only, because it costs more than a few nanoseconds.
///
/// Which packets these are follows from their numbers: the first ones, and then one of so many.
struct PacketSample: Sendable {
  private static let allUpTo: UInt64 = 4096
  private static let step: UInt64 = 32
  static let hostLimit = 16_384
  private static let adapterLimit = 4096
  /// An adapter that sends packets of so many IPv4 hosts is a router's.
  private static let routerHosts = 3

  private var checksums: [IPAddress: ChecksumHealth] = [:]
  private var senders: [MACAddress: Set<IPAddress>] = [:]
  /// Hosts and adapters that found no room.
  private(set) var beyond: UInt64 = 0

  @inline(__always)
  static func has(_ number: UInt64) -> Bool { number <= allUpTo || number % step == 0 }

  /// Looks at a packet of the sample; `isWhole` if all of it was captured.
  mutating func add(_ packet: borrowing DecodedPacket, _ frame: RawSpan, isWhole: Bool) {
    if packet.hasMAC, packet.ipVersion == 4, packet.source != .none { noteSender(packet) }
    guard isWhole, packet.stop == nil else { return }
    let verdict = ChecksumVerdict(packet, frame)
    guard verdict != ChecksumVerdict() else { return }
    let source = packet.source
    guard checksums.count < Self.hostLimit || checksums[source] != nil else {
      beyond += 1
      return
    }
    checksums[source, default: ChecksumHealth(source: source)]
      .add(verdict, isTCP: packet.transport == .tcp, number: packet.number)
  }

  private mutating func noteSender(_ packet: borrowing DecodedPacket) {
    let (adapter, host) = (packet.sourceMAC, packet.source)
    if let known = senders[adapter], known.count >= Self.routerHosts || known.contains(host) {
      return
    }
    guard senders.count < Self.adapterLimit || senders[adapter] != nil else {
      beyond += 1
      return
    }
    senders[adapter, default: []].insert(host)
  }

  mutating func merge(_ other: PacketSample) {
    beyond += other.beyond
    for (source, health) in other.checksums {
      guard checksums.count < Self.hostLimit || checksums[source] != nil else {
        beyond += 1
        continue
      }
      checksums[source, default: ChecksumHealth(source: source)].merge(health)
    }
    for (adapter, hosts) in other.senders {
      guard senders.count < Self.adapterLimit || senders[adapter] != nil else {
        beyond += 1
        continue
      }
      senders[adapter, default: []].formUnion(hosts)
    }
  }

  /// True if packets of several hosts come from the adapter.
  func isRouter(_ adapter: MACAddress) -> Bool {
    (senders[adapter]?.count ?? 0) >= Self.routerHosts
  }

  /// Hosts that sent packets with wrong checksums, by address.
  var wrong: [ChecksumHealth] {
    checksums.values.filter { $0.wrong > 0 }.sorted { $0.source < $1.source }
  }
}
