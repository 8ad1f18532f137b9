package import PacketDecoding

/// One address and its traffic.
package struct Host: Sendable {
  package var address: IPAddress
  package var packetsSent: UInt64 = 0
  package var packetsReceived: UInt64 = 0
  package var bytesSent: UInt64 = 0
  package var bytesReceived: UInt64 = 0
  package var conversations: UInt64 = 0
  package var names: [HostName] = []
  /// The link-layer address it was last seen to send from, if on the same link.
  package var mac: MACAddress?
  /// Who made the adapter of ``mac``; nil without a list that knows.
  package var macVendor: String?
  /// ISO 3166-1 alpha-2, "private" for a private address; nil without a database that knows.
  package var country: String?
  package var countryName: String?
  /// "AS64500".
  package var asn: String?
  /// Who runs the autonomous system.
  package var organisation: String?

  package init(address: IPAddress) { self.address = address }

  package var packets: UInt64 { packetsSent + packetsReceived }
  package var bytes: UInt64 { bytesSent + bytesReceived }
}

/// A name of a host and where it was read.
package struct HostName: Hashable, Sendable {
  package var name: String
  /// "pcapng", "dhcp", "dns", "mdns", "llmnr", "nbns", "tls", …
  package var source: String

  package init(name: String, source: String) {
    self.name = name
    self.source = source
  }
}
