package import PacketDecoding

/// Knows who made network adapters, by a list on this machine.
package protocol VendorDirectory: Sendable {
  /// The makers of those addresses that are known.
  func vendors(of addresses: Set<MACAddress>) -> [MACAddress: String]
}
