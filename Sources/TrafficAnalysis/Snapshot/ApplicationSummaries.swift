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

/// TLS, as far as it is in clear text.
package struct TLSSummary: Sendable {
  package var clientHellos: UInt64 = 0
  package var serverHellos: UInt64 = 0
  /// Versions chosen by servers, "TLS 1.3".
  package var versions: [Tally] = []
  /// Cipher suites chosen by servers, by their IANA names.
  package var cipherSuites: [Tally] = []
  package var alpn: [Tally] = []
  package var serverNames = Ranked<TLSServerName>()
  package var ja3: [Tally] = []
  package var ja4: [Tally] = []

  package init() {}
}

/// A server name asked for in client hellos (SNI, RFC 6066 section 3).
package struct TLSServerName: Sendable {
  package var name: String
  package var clientHellos: UInt64 = 0
  /// Bytes on the wire of the conversations in which it was asked for.
  package var bytes: UInt64 = 0

  package init(name: String, clientHellos: UInt64 = 0, bytes: UInt64 = 0) {
    self.name = name
    self.clientHellos = clientHellos
    self.bytes = bytes
  }
}
