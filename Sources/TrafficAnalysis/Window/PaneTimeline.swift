import PacketDecoding

/// Packets and bytes in the bins of one pane.
struct PaneTimeline: Sendable {
  private(set) var packets: [UInt64]
  private(set) var bytes: [UInt64]
  /// Bytes by bin of each protocol that was seen, in the order of ``rows``.
  private var byProtocol: [UInt64] = []
  /// Where a protocol's bins begin in ``byProtocol``, or -1.
  private var rows = [Int32](repeating: -1, count: 256)

  init(bins: Int) {
    packets = [UInt64](repeating: 0, count: bins)
    bytes = [UInt64](repeating: 0, count: bins)
  }

  @inline(__always)
  mutating func add(_ bin: Int, bytes length: UInt64, protocol id: ProtocolID) {
    packets[bin] &+= 1
    bytes[bin] &+= length
    var row = Int(rows[Int(id.rawValue)])
    if row < 0 { row = makeRow(Int(id.rawValue)) }
    byProtocol[row + bin] &+= length
  }

  private mutating func makeRow(_ number: Int) -> Int {
    let row = byProtocol.count
    rows[number] = Int32(row)
    byProtocol += [UInt64](repeating: 0, count: packets.count)
    return row
  }

  /// The numbers of the protocols that were seen.
  var protocols: [Int] { rows.indices.filter { rows[$0] >= 0 } }

  func bytes(of protocol: Int) -> ArraySlice<UInt64> {
    let row = Int(rows[`protocol`])
    return byProtocol[row..<row + packets.count]
  }
}
