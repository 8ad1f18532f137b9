package import PacketDecoding

/// How a server answered the requests of an application.
package struct ReplyHealth: Sendable {
  package var server: IPAddress
  package var port: UInt16
  /// "tcp" or "udp".
  package var transport: String
  package var replies: UInt64 = 0
  package var failures: UInt64 = 0
  /// Of failures.
  package var packets = PacketNumbers()
  /// Between request and reply, where that says something of the server.
  package var delays = DelayHistogram()
  /// Of the replies that took a second or longer.
  package var slowPackets = PacketNumbers()

  package init(server: IPAddress, port: UInt16, transport: String) {
    self.server = server
    self.port = port
    self.transport = transport
  }

  mutating func merge(_ other: ReplyHealth) {
    replies += other.replies
    failures += other.failures
    packets.merge(other.packets)
    delays.merge(other.delays)
    slowPackets.merge(other.slowPackets)
  }
}
