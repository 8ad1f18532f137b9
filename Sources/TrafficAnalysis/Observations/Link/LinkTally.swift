import PacketDecoding

/// What findings about the link layer are made of.
struct LinkTally: Sendable {
  private var claims = AddressClaims()
  private var announcements = AnnouncementTally()
  private var broadcasts = BroadcastTally()
  private var bridges = BridgeTally()
  private var neighbors = NeighborTally()
  private var routers = RouterTally()
  private var dhcp = DHCPTally()

  mutating func add(
    _ header: ARPHeader, _ packet: borrowing DecodedPacket, time: Int64
  ) {
    guard header.hasAddresses, !header.isReverse, !header.senderAddress.isNone else { return }
    claims.add(header, vlan: packet.vlan, number: packet.number, time: time)
    if header.senderAddress == header.targetAddress {
      announcements.add(header, number: packet.number, time: time)
    }
  }

  mutating func addBroadcast(number: UInt64, time: Int64) {
    broadcasts.add(number: number, time: time)
  }

  mutating func add(_ message: BridgeMessage, number: UInt64, time: Int64) {
    if message.tellsChange { bridges.add(number: number, time: time) }
  }

  mutating func add(_ message: NeighborMessage, _ packet: borrowing DecodedPacket, time: Int64) {
    if message.kind == .routerAdvertisement {
      routers.add(message, packet, time: time)
    } else {
      neighbors.add(
        message, from: packet.source, packet.sourceMAC, number: packet.number, time: time)
    }
  }

  mutating func add(_ message: DHCPMessage, _ ends: MessageEnds, time: Int64) {
    dhcp.add(message, from: ends.source, number: ends.number, time: time)
  }

  mutating func merge(_ other: LinkTally) {
    claims.merge(other.claims)
    announcements.merge(other.announcements)
    broadcasts.merge(other.broadcasts)
    bridges.merge(other.bridges)
    neighbors.merge(other.neighbors)
    routers.merge(other.routers)
    dhcp.merge(other.dhcp)
  }

  var observations: LinkObservations {
    var result = LinkObservations()
    result.contestedAddresses = claims.contested
    result.announcedAddresses = announcements.announced
    result.busiestBroadcasts = broadcasts.busiest
    result.topologyChanges = bridges.changes
    result.duplicateAddresses = neighbors.duplicates
    result.routers = routers.sorted
    result.dhcp = dhcp.observations
    return result
  }

  /// Entries and messages that found no room.
  var beyond: UInt64 {
    claims.beyond + announcements.beyond + broadcasts.beyond + routers.beyond + dhcp.beyond
  }
}
