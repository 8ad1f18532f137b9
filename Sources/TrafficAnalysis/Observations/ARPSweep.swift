package import PacketDecoding

/// One adapter that asked for several addresses.
package struct ARPSweep: Sendable {
  package var adapter: MACAddress
  /// The address that it asked under first.
  package var address: IPAddress
  /// The most different addresses that it asked for within ``span`` nanoseconds.
  package var addresses = 0
  package var packets = PacketNumbers()
  /// True if it asks under several addresses, passes on packets of others, or is asked for by several
  /// adapters, as routers do and are.
  package var isRouter = false

  /// Requests that found no entry in a cache come one by one; those of a scan come at once.
  package static let span: Int64 = 60_000_000_000
  /// Adapters that asked for fewer are not told of.
  package static let least = 5

  package init(adapter: MACAddress, address: IPAddress) {
    self.adapter = adapter
    self.address = address
  }
}
