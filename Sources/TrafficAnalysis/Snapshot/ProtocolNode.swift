/// One node of the protocol hierarchy.
package struct ProtocolNode: Equatable, Sendable {
  /// Wireshark's display-filter names from the outermost layer on, "eth/ip/tcp".
  package var path: String
  /// What a person calls the last layer, "TCP".
  package var name: String
  package var packets: UInt64
  package var bytes: UInt64

  package init(path: String, name: String, packets: UInt64, bytes: UInt64) {
    self.path = path
    self.name = name
    self.packets = packets
    self.bytes = bytes
  }

  /// 0 for an outermost layer.
  package var depth: Int { path.utf8.count { $0 == UInt8(ascii: "/") } }
}

/// Packets and bytes of one transport protocol, told by the innermost IP header.
package struct TransportShare: Equatable, Sendable {
  /// "TCP", "UDP", "ICMP", … or "Other".
  package var name: String
  package var packets: UInt64
  package var bytes: UInt64

  package init(name: String, packets: UInt64, bytes: UInt64) {
    self.name = name
    self.packets = packets
    self.bytes = bytes
  }
}

/// Packets whose length on the wire is at least `from` and at most `to` bytes.
package struct PacketSizeBin: Equatable, Sendable {
  package var from: Int
  /// nil in the last, open bin.
  package var to: Int?
  package var packets: UInt64

  package init(from: Int, to: Int?, packets: UInt64) {
    self.from = from
    self.to = to
    self.packets = packets
  }
}
