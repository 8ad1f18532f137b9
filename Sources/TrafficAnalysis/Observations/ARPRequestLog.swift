import PacketDecoding

/// Who asks for which addresses by ARP, for at most so many adapters and requests.
struct ARPRequestLog: Sendable {
  fileprivate struct Row: Sendable {
    var sweep: ARPSweep
    /// Addresses asked for within the span, each once, the oldest first, and when.
    var recent: [(time: Int64, address: IPAddress)] = []
    var oldest = 0
    var known: Set<IPAddress> = []
  }

  static let limit = 2048
  fileprivate static let addressLimit = 1024
  /// Addresses of all adapters together.
  private static let totalLimit = 65_536

  /// An address that so many adapters ask for is a router's, or that of a server.
  private static let routerAskers = 3
  private static let askedLimit = 4096

  private var rows: [MACAddress: Row] = [:]
  /// Who asked for an address, as far as it matters.
  private var askers: [IPAddress: Set<MACAddress>] = [:]
  private var total = 0
  private(set) var beyond: UInt64 = 0

  mutating func add(_ header: ARPHeader, time: Int64, number: UInt64) {
    // Probes and announcements ask for an address of one's own (RFC 5227).
    guard header.operation == 1, header.hasAddresses, header.senderAddress != .none,
      header.senderAddress != header.targetAddress
    else { return }
    guard rows.count < Self.limit || rows[header.senderMAC] != nil else {
      beyond += 1
      return
    }
    noteAsker(header)
    let sweep = ARPSweep(adapter: header.senderMAC, address: header.senderAddress)
    let before = rows[header.senderMAC]?.known.count ?? 0
    rows[header.senderMAC, default: Row(sweep: sweep)].add(
      header, time: time, number: number, hasRoom: total < Self.totalLimit)
    total += (rows[header.senderMAC]?.known.count ?? 0) - before
  }

  private mutating func noteAsker(_ header: ARPHeader) {
    let known = askers[header.targetAddress]
    guard askers.count < Self.askedLimit || known != nil, known?.count ?? 0 < Self.routerAskers
    else { return }
    askers[header.targetAddress, default: []].insert(header.senderMAC)
  }

  mutating func merge(_ other: ARPRequestLog) {
    beyond += other.beyond
    // All ARP falls to one worker, so there is nothing to be added up.
    for (adapter, row) in other.rows where rows[adapter] == nil {
      guard rows.count < Self.limit else {
        beyond += 1
        continue
      }
      rows[adapter] = row
    }
    if askers.isEmpty { askers = other.askers }
  }

  /// Adapters that asked for several addresses, by their own.
  func sweeps(isRouter: (MACAddress) -> Bool) -> [ARPSweep] {
    rows.values.filter { $0.sweep.addresses >= ARPSweep.least }.map { row in
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
    guard hasRoom, known.count < ARPRequestLog.addressLimit,
      known.insert(header.targetAddress).inserted
    else { return }
    recent.append((time, header.targetAddress))
    sweep.addresses = max(sweep.addresses, known.count)
    sweep.packets.add(number)
  }
}
