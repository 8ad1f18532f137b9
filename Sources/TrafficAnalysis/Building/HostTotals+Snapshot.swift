import PacketDecoding

extension HostTotals {
  /// Puts the hosts, with what else is known of them, and where they are into a snapshot.
  func list(
    in snapshot: inout Snapshot, macs: [IPAddress: MACAddress], names: HostNameLog,
    _ options: AnalysisOptions
  ) {
    let host = { (row: HostTable.Row) in
      var host = Host(row, names: names.names(of: row.address), mac: macs[row.address])
      host.locate(options.locator)
      return host
    }
    snapshot.hosts = hosts.ranked(maxRows: options.rowLimit, host)
    snapshot.topSources = hosts.topSources(host)
    guard let locator = options.locator else { return }
    var tally = GeographyTally(locator)
    tally.add(hosts)
    snapshot.geography = tally.summary(maxRows: options.rowLimit)
  }
}
