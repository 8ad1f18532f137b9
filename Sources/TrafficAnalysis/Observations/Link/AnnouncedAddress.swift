package import PacketDecoding

/// An address that an adapter announced by ARP without being asked.
package struct AnnouncedAddress: Sendable {
  package var adapter: MACAddress
  package var address: IPAddress
  package var announcements: UInt64 = 0
  /// The most within a minute.
  package var mostInMinute: UInt64 = 0
  package var packets = PacketNumbers()

  package init(adapter: MACAddress, address: IPAddress) {
    self.adapter = adapter
    self.address = address
  }
}
