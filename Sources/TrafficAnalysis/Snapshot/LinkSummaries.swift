package import PacketDecoding

/// The address resolution protocol (RFC 826).
package struct ARPSummary: Sendable {
  package var packets: UInt64 = 0
  /// By operation, "request", "reply".
  package var operations: [Tally] = []
  /// Requests and replies in which the sender asks for or announces its own address.
  package var gratuitous: UInt64 = 0
  /// Who says to have which address, by address.
  package var claims = Ranked<ARPClaim>()

  package init() {}
}

/// A sender's claim that an address is at a MAC.
package struct ARPClaim: Sendable {
  package var address: IPAddress
  package var mac: MACAddress
  /// Who made the adapter; nil without a list that knows.
  package var macVendor: String?
  package var packets: UInt64

  package init(address: IPAddress, mac: MACAddress, packets: UInt64) {
    self.address = address
    self.mac = mac
    self.packets = packets
  }
}

/// ICMP (RFC 792) and ICMPv6 (RFC 4443).
package struct ICMPSummary: Sendable {
  /// ICMP messages by type and code, "Echo request", most first.
  package var v4: [Tally] = []
  /// ICMPv6 messages by type and code.
  package var v6: [Tally] = []
  package var echoRequests: UInt64 = 0
  package var echoReplies: UInt64 = 0
  /// Echo request to its reply.
  package var echoRTT = Quantiles()

  package init() {}
}

/// What did not fit into a bounded table.
package struct LimitNote: Equatable, Sendable {
  /// The table, "conversations".
  package var table: String
  package var limit: Int
  /// How many entries went past it; their packets are in the totals.
  package var beyond: UInt64

  package init(table: String, limit: Int, beyond: UInt64) {
    self.table = table
    self.limit = limit
    self.beyond = beyond
  }
}
