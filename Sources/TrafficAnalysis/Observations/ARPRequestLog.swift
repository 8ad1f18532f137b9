import PacketDecoding

/// Who asks for which addresses by ARP, for at most so many adapters and requests.
struct ARPRequestLog: Sendable {
  fileprivate struct Row: Sendable {
    var sweep: ARPSweep
    /// Addresses asked for within the span, each once, the oldest first, and when.
    var recent: [(time: Int64, address: IPAddress)] = []
    var oldest = 0
    var known = KeyedTable<IPAddress, Void>()
  }

  static let limit = 2048
  fileprivate static let addressLimit = 1024
  /// Addresses of all adapters together.
  private static let totalLimit = 65_536

  /// An address that so many adapters ask for is a router's, or that of a server.
  private static let routerAskers = 3
  private static let askedLimit = 4096

  private var rows = KeyedTable<MACAddress, Row>()
  /// Who asked for an address, as far as it matters.
  private var askers = KeyedTable<IPAddress, [MACAddress]>()
  private var total = 0
  private(set) var beyond: UInt64 = 0

  mutating func add(_ header: ARPHeader, time: Int64, number: UInt64) {
    // Probes and announcements ask for an address of one's own (RFC 5227).
    guard header.operation == 1, header.hasAddresses, !header.senderAddress.isNone,
      header.senderAddress != header.targetAddress
    else { return }
    let adapter = header.senderMAC
    let new = Row(sweep: ARPSweep(adapter: adapter, address: header.senderAddress))
    guard let place = rows.place(of: adapter, limit: Self.limit, adding: new) else {
      beyond += 1
      return
    }
    noteAsker(header)
    total -= rows[place: place].known.count
    rows[place: place].add(header, time: time, number: number, hasRoom: total < Self.totalLimit)
    total += rows[place: place].known.count
  }

  private mutating func noteAsker(_ header: ARPHeader) {
    let adapter = header.senderMAC
    askers.update(header.targetAddress, limit: Self.askedLimit, adding: []) { known in
      if known.count < Self.routerAskers, !known.contains(adapter) { known.append(adapter) }
    }
  }

  mutating func merge(_ other: ARPRequestLog) {
    beyond += other.beyond
    // All ARP falls to one worker, so there is nothing to be added up.
    for (adapter, row) in other.rows.pairs
    where rows.place(of: adapter, limit: Self.limit, adding: row) == nil {
      beyond += 1
    }
    if askers.isEmpty { askers = other.askers }
  }

  /// Adapters that asked for several addresses, by their own.
  func sweeps(isRouter: (MACAddress) -> Bool) -> [ARPSweep] {
    rows.rows.filter { $0.sweep.addresses >= ARPSweep.least }.map { row in
      var sweep = row.sweep
      let isAskedFor = (askers[sweep.address]?.count ?? 0) >= Self.routerAskers
      if isAskedFor || isRouter(sweep.adapter) { sweep.isRouter = true }
      return sweep
    }.sorted { $0.adapter < $1.adapter }
  }
}

extension ARPRequestLog.Row {
  fileprivate mutating func add(
    _ header: ARPHeader, time: Int64, number: UInt64, hasRoom: Bool
  ) {
    if header.senderAddress != sweep.address { sweep.isRouter = true }
    while oldest < recent.count, time &- recent[oldest].time > ARPSweep.span {
      known.remove(recent[oldest].address)
      oldest += 1
    }
    if oldest > 0, oldest * 2 >= recent.count {
      recent.removeFirst(oldest)
      oldest = 0
    }
    let target = header.targetAddress
    guard hasRoom, known.count < ARPRequestLog.addressLimit, known.place(of: target) == nil else {
      return
    }
    known.note(target, limit: ARPRequestLog.addressLimit)
    recent.append((time, header.targetAddress))
    sweep.addresses = max(sweep.addresses, known.count)
    sweep.packets.add(number)
  }
}
