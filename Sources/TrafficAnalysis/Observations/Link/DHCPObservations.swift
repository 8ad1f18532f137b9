package import PacketDecoding

/// How hosts and servers of DHCP got on.
package struct DHCPObservations: Sendable {
  /// Pairs of servers that offered different things in answer to one question.
  package var rivals: [Rivals] = []
  /// Clients that asked for a server and heard nothing, in their order.
  package var unanswered: [Client] = []
  /// Servers in the order of their addresses.
  package var servers: [Server] = []
  /// Adapters without an address that asked for a server.
  package var asking = 0
  /// Whether a server offered or decided something.
  package var isServed = false
  package var rush = Rush()

  package init() {}

  package struct Rivals: Sendable {
    package var first: IPAddress
    package var second: IPAddress
    /// Questions that both answered.
    package var exchanges: UInt64 = 0
    package var firstSettings: AddressLease.Settings
    package var secondSettings: AddressLease.Settings
    package var packets = PacketNumbers()
  }

  /// The minute in which most adapters asked for a server for the first time.
  package struct Rush: Sendable {
    package static let time: Int64 = 60_000_000_000

    package var adapters = 0
    package var packets = PacketNumbers()

    package init() {}
  }

  package struct Client: Sendable {
    package var adapter: MACAddress
    package var discovers: UInt64 = 0
    package var firstTime = Int64.max
    package var lastTime = Int64.min
    package var packets = PacketNumbers()
  }

  package struct Server: Sendable {
    package var address: IPAddress
    package var acknowledged: UInt64 = 0
    package var refused: UInt64 = 0
    /// Clients that were refused, up to ``clientLimit``.
    package var refusedClients: Int = 0
    package var refusals = PacketNumbers()

    package static let clientLimit = 64
  }
}
