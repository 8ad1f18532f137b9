import PacketDecoding

extension Snapshot {
  /// Says who made the adapters in its rows.
  mutating func addVendors(_ directory: (any VendorDirectory)?) {
    guard let directory else { return }
    var macs = Set((hosts.rows + topSources).compactMap(\.mac))
    macs.formUnion(arp.claims.rows.map(\.mac))
    macs.formUnion(leases.rows.compactMap(\.mac))
    let vendors = directory.vendors(of: macs)
    let vendor = { (mac: MACAddress?) in mac.flatMap { vendors[$0] } }
    for place in hosts.rows.indices {
      hosts.rows[place].macVendor = vendor(hosts.rows[place].mac)
    }
    for place in topSources.indices { topSources[place].macVendor = vendor(topSources[place].mac) }
    for place in arp.claims.rows.indices {
      arp.claims.rows[place].macVendor = vendor(arp.claims.rows[place].mac)
    }
    for place in leases.rows.indices {
      leases.rows[place].macVendor = vendor(leases.rows[place].mac)
    }
  }
}
