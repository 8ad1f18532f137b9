import PacketDecoding

extension HostTable {
  /// The hosts with most bytes.
  func ranked(maxRows: Int, _ host: (Row) -> Host) -> Ranked<Host> {
    let top = top(maxRows) { ($1.bytes, $0.address) < ($0.bytes, $1.address) }
    return Ranked(rows: top.map(host), total: rows.count)
  }

  /// The hosts that sent most packets.
  func topSources(_ host: (Row) -> Host) -> [Host] {
    let top = top(50) { ($1.packetsSent, $0.address) < ($0.packetsSent, $1.address) }
    return top.filter { $0.packetsSent > 0 }.map(host)
  }

  private func top(_ limit: Int, by precedes: @escaping @Sendable (Row, Row) -> Bool) -> [Row] {
    var top = TopRows<Row>(limit: limit, precedes: precedes)
    for place in 0..<rows.count { top.add(rows[place]) }
    return top.sorted()
  }
}

extension Host {
  init(_ row: HostTable.Row, names: [HostName], mac: MACAddress?) {
    self.init(address: row.address)
    packetsSent = row.packetsSent
    packetsReceived = row.packetsReceived
    bytesSent = row.bytesSent
    bytesReceived = row.bytesReceived
    conversations = row.conversations
    self.names = names
    self.mac = mac
  }
}
