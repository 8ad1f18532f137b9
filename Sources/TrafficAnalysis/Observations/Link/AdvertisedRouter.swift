package import PacketDecoding

/// A default router for IPv6, by its advertisements.
package struct AdvertisedRouter: Sendable {
  package var adapter: MACAddress
  package var address: IPAddress
  package var vlan: UInt16?
  package var advertisements: UInt64 = 0
  /// Of which hosts make addresses, in their order.
  package var prefixes: [NeighborMessage.Prefix] = []
  /// In nanoseconds since 1970.
  package var firstTime = Int64.max
  package var lastTime = Int64.min
  package var packets = PacketNumbers()

  package init(adapter: MACAddress, address: IPAddress, vlan: UInt16? = nil) {
    self.adapter = adapter
    self.address = address
    self.vlan = vlan
  }
}
