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
  package var country: String?
  package var asn: String?

  package init(address: IPAddress) { self.address = address }

  package var packets: UInt64 { packetsSent + packetsReceived }
  package var bytes: UInt64 { bytesSent + bytesReceived }
}

/// A name of a host and where it was read.
package struct HostName: Hashable, Sendable {
  package var name: String
  /// "dns", "tls", "http", "pcapng".
  package var source: String

  package init(name: String, source: String) {
    self.name = name
    self.source = source
  }
}
