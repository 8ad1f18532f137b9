import PacketDecoding

extension ServiceTable {
  /// The services with most bytes.
  func ranked(maxRows: Int) -> Ranked<Service> {
    let applications = mainApplications()
    let services = (0..<rows.count).lazy.map { place in
      Service(rows[place], application: applications[place]?.filterName)
    }
    return TrafficAnalysis.ranked(services, maxRows: maxRows) {
      ($1.bytes, $0.transport, $0.port) < ($0.bytes, $1.transport, $1.port)
    }
  }
}

extension Service {
  fileprivate init(_ row: ServiceTable.Row, application: String?) {
    self.init(
      transport: TransportName.known(row.ipProtocol) ?? "IP proto \(row.ipProtocol)",
      port: row.port)
    self.application = application
    conversations = row.conversations
    established = row.established
    failed = row.failed
    packets = row.packets
    bytes = row.bytes
    servers = UInt64(row.servers)
  }
}
