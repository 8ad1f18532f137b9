import PacketDecoding
import TrafficAnalysis

/// What `per_host` may measure, and `where` may ask of hosts.
package enum HostFields {
  static let all: [RowField<Host>] = [
    .number("bytes_sent", .bytes, "bytes from the host") { Double($0.bytesSent) },
    .number("bytes_received", .bytes, "bytes to the host") { Double($0.bytesReceived) },
    .number("bytes", .bytes, "both") { Double($0.bytes) },
    .number("packets_sent", .count, of: "packets", "packets from the host") {
      Double($0.packetsSent)
    },
    .number("packets_received", .count, of: "packets", "packets to the host") {
      Double($0.packetsReceived)
    },
    .number("packets", .count, of: "packets", "both") { Double($0.packets) },
    .number("conversations", .count, of: "conversations", "in which it takes part") {
      Double($0.conversations)
    },
    .address("address", "the host's address, or its network") { $0.address },
    .names("mac", .adapter, "the MAC address, where ARP told it") { $0.mac?.description },
    .names("country", .country, "the country, by --geoip") { $0.country },
  ]

  /// Name and meaning of each, for the documentation.
  package static let documentation = all.map { (name: $0.name, meaning: $0.meaning) }
}
