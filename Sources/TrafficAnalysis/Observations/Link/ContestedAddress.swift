package import PacketDecoding

/// An IPv4 address that several adapters claimed by ARP.
package struct ContestedAddress: Sendable {
  package var address: IPAddress
  package var vlan: UInt16?
  /// Those that claimed it, in the order of their first claims.
  package var adapters: [MACAddress] = []
  /// How often one of them claimed it again after another had, and within a few minutes of its own claim.
  package var returns: UInt64 = 0
  /// Packets in which the adapter was another than before.
  package var packets = PacketNumbers()

  package init(address: IPAddress, vlan: UInt16? = nil) {
    self.address = address
    self.vlan = vlan
  }
}
