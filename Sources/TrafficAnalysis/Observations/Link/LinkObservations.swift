/// What was seen below IP, and of the protocols that find neighbours, routers and addresses.
package struct LinkObservations: Sendable {
  /// In the order of addresses.
  package var contestedAddresses: [ContestedAddress] = []
  /// Addresses that adapters announced unasked, in the order of adapters.
  package var announcedAddresses: [AnnouncedAddress] = []
  /// The ten seconds with most broadcasts; nil without any.
  package var busiestBroadcasts: BroadcastPeak?
  package var topologyChanges = TopologyChanges()
  /// IPv6 addresses that a host wanted and another had, in their order.
  package var duplicateAddresses: [DuplicateAddress] = []
  /// Default routers that said so themselves, in the order of adapters.
  package var routers: [AdvertisedRouter] = []
  package var dhcp = DHCPObservations()

  package init() {}
}
