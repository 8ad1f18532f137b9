/// QUIC, as far as the beginnings of its connections show it.
package struct QUICSummary: Sendable {
  /// Client hellos in Initial packets; they count among those of TLS, too.
  package var clientHellos: UInt64 = 0
  /// Conversations by the versions of their packets, "QUIC 1".
  package var versions: [Tally] = []
  /// Packets by which a server asks the client to prove its address (RFC 9000 section 8.1.2).
  package var retries: UInt64 = 0
  package var versionNegotiations: UInt64 = 0
  /// Packets with data that came before the handshake was over (0-RTT).
  package var earlyDataPackets: UInt64 = 0
  package var initialPackets: UInt64 = 0
  /// Of the Initial packets, those that were cut short or damaged, or whose client's first was missing.
  package var undecryptedInitialPackets: UInt64 = 0

  package init() {}
}
