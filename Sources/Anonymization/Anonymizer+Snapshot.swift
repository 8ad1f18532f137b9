internal import CaptureFormats
internal import PacketDecoding
package import TrafficAnalysis

extension Anonymizer {
  /// The same snapshot with images of what tells who is in it.
  ///
  /// Numbers, times, ports, protocols and countries stay, so that it is judged and drawn as the original.
  package func snapshot(_ original: Snapshot) -> Snapshot {
    var result = original
    // Names come before texts, so that words that are names somewhere are known.
    change(&result.hosts) { change(&$0) }
    change(&result.topSources) { change(&$0) }
    change(&result.conversations) { change(&$0) }
    change(&result.tcp.mostRetransmissions) { change(&$0) }
    change(&result.tcp.slowest) { change(&$0) }
    change(&result.leases) { change(&$0) }
    result.leases.rows.sort { $0.address < $1.address }
    changeClaims(&result.arp)
    change(&result.dns)
    change(&result.mdns)
    change(&result.llmnr)
    change(&result.tls)
    change(&result.http)
    change(&result.rtpStreams) { change(&$0) }
    change(&result.applications) { change(&$0) }
    change(&result.capture)
    // A network is known by its number and by who runs it.
    result.geography?.networks = Ranked()
    change(&result.recentPackets) { change(&$0) }
    change(&result.observations)
    return result
  }

  // MARK: - Tools

  func change<Row>(_ rows: inout [Row], _ body: (inout Row) -> Void) {
    for place in rows.indices { body(&rows[place]) }
  }

  func change<Row>(_ table: inout Ranked<Row>, _ body: (inout Row) -> Void) {
    change(&table.rows, body)
  }

  func change(_ address: inout IPAddress) { address = self.address(address) }

  func change(_ mac: inout MACAddress) { mac = self.mac(mac) }

  func change(_ text: inout String?, _ image: (String) -> String) { text = text.map(image) }

  /// Tallies of text; those that have one image are one no more, as that tells nothing.
  func change(_ tallies: inout [Tally], _ image: (String) -> String) {
    change(&tallies) { $0.name = image($0.name) }
  }

  // MARK: - Hosts and conversations

  private func change(_ host: inout Host) {
    change(&host.address)
    host.mac = host.mac.map(mac)
    if macTreatment == .full { host.macVendor = nil }
    change(&host.names) { $0.name = name($0.name) }
    host.asn = nil
    host.organisation = nil
  }

  private func change(_ conversation: inout Conversation) {
    change(&conversation.client)
    change(&conversation.server)
    change(&conversation.serverName, name)
  }

  private func change(_ lease: inout DHCPLease) {
    lease.address =
      lease.prefixLength.map { network(lease.address, length: Int($0)) } ?? address(lease.address)
    lease.client =
      MACAddress(text: lease.client).map { mac($0).description }
      ?? hexadecimal(lease.client, bytes: 14)
    lease.mac = lease.mac.map(mac)
    if macTreatment == .full { lease.macVendor = nil }
    change(&lease.hostName, name)
    change(&lease.vendorClass, value)
    change(&lease.settings)
  }

  func change(_ settings: inout AddressLease.Settings) {
    settings.server = settings.server.map(address)
    settings.routers = settings.routers.map(address)
    settings.nameServers = settings.nameServers.map(address)
    change(&settings.domain, name)
  }

  private func changeClaims(_ arp: inout ARPSummary) {
    change(&arp.claims) { claim in
      change(&claim.address)
      change(&claim.mac)
      if macTreatment == .full { claim.macVendor = nil }
    }
    // The order of originals is not to be told.
    arp.claims.rows.sort { ($0.address, $0.mac) < ($1.address, $1.mac) }
  }

  func change(_ stream: inout RTPStream) {
    change(&stream.source)
    change(&stream.destination)
  }

  // MARK: - The capture

  private func change(_ capture: inout CaptureSummary) {
    if capture.filter != nil { capture.filter = Self.hiddenFilter }
    change(&capture.files) { file in
      file.name = self.file(file.name)
      file.sha256 = nil
      file.comments = []
      file.names = []
      file.writtenBy = []
      change(&file.interfaces) { interface in
        change(&interface.name, self.interface)
        interface.description = nil
      }
    }
  }

  /// What stands where a filter was given: it may hold parts of addresses.
  package static let hiddenFilter = "(not shown)"

  private func change(_ packet: inout RecentPacket) {
    packet.source = name(packet.source)
    packet.destination = name(packet.destination)
    if packet.isInfoOfMessage { packet.info = "" }
  }
}
