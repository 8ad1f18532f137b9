package import PacketDecoding

/// How a DNS server answered.
package struct NameServerHealth: Sendable {
  package var address: IPAddress
  /// With those sent again.
  package var queries: UInt64 = 0
  /// Each query counted once however often it was sent.
  package var transactions: UInt64 = 0
  package var answered: UInt64 = 0
  package var responses: UInt64 = 0
  /// Responses with code SERVFAIL or REFUSED.
  package var failed: UInt64 = 0
  /// Different names that it failed on, up to ``nameLimit``.
  package var failedNames: Int = 0
  /// Responses over UDP, those of them that are larger than every path carries, and those cut to fit.
  package var datagrams: UInt64 = 0
  package var oversized: UInt64 = 0
  package var truncated: UInt64 = 0
  package var latencies = LatencyHistogram()

  package static let nameLimit = 16
  /// What fits into every path without fragments (DNS flag day 2020).
  package static let largestDatagram = 1232

  package init(address: IPAddress) { self.address = address }
}
