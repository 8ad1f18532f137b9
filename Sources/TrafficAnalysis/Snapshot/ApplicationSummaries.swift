package import PacketDecoding

/// A name or code and how often it was seen.
package struct Tally: Hashable, Sendable {
  package var name: String
  package var count: UInt64

  package init(name: String, count: UInt64) {
    self.name = name
    self.count = count
  }
}

/// Messages of a DNS-like protocol.
package struct DNSCounters: Equatable, Sendable {
  package var queries: UInt64 = 0
  package var responses: UInt64 = 0

  package init() {}
}

/// Unicast DNS.
package struct DNSSummary: Sendable {
  package var queries: UInt64 = 0
  package var responses: UInt64 = 0
  /// Queries without a response in the capture.
  package var unanswered: UInt64 = 0
  /// Responses by code, "NOERROR", most first.
  package var responseCodes: [Tally] = []
  /// Questions in queries by type, "AAAA", most first.
  package var types: [Tally] = []
  /// Names asked for, most queries first.
  package var names = Ranked<DNSName>()
  /// Servers asked, most queries first.
  package var servers = Ranked<DNSServer>()
  /// Query to response.
  package var latency = Quantiles()

  package init() {}
}

/// A name that was asked for.
package struct DNSName: Sendable {
  /// Without the final dot, in lower case if it was written in several ways; "<Root>" for the root, as
  /// Wireshark has it.
  package var name: String
  package var queries: UInt64 = 0
  package var responses: UInt64 = 0
  /// Responses with code NXDOMAIN.
  package var nonexistent: UInt64 = 0
  /// Responses with a code that is neither NOERROR nor NXDOMAIN.
  package var failed: UInt64 = 0

  package init(name: String) { self.name = name }
}

/// A DNS server that was asked.
package struct DNSServer: Sendable {
  package var address: IPAddress
  package var queries: UInt64 = 0
  package var responses: UInt64 = 0

  package init(address: IPAddress) { self.address = address }
}
