package import CaptureFormats
package import PacketDecoding

/// How often messages showed something of one port of a host.
package struct ServiceFact<What: Sendable>: Sendable {
  package var server: IPAddress
  package var port: UInt16
  /// "tcp" or "udp".
  package var transport: String
  package var what: What
  package var count: UInt64 = 0
  /// Those to whom it was shown, up to ``clientLimit``.
  package var clients = 0
  package var first: Timestamp
  package var last: Timestamp
  package var packets = PacketNumbers()

  package static var clientLimit: Int { 64 }

  package init(
    server: IPAddress, port: UInt16, transport: String, what: What, time: Timestamp
  ) {
    self.server = server
    self.port = port
    self.transport = transport
    self.what = what
    first = time
    last = time
  }

  mutating func add(number: UInt64, time: Timestamp) {
    count += 1
    first = min(first, time)
    last = max(last, time)
    packets.add(number)
  }

  mutating func merge(_ other: ServiceFact) {
    count += other.count
    first = min(first, other.first)
    last = max(last, other.last)
    packets.merge(other.packets)
  }
}
