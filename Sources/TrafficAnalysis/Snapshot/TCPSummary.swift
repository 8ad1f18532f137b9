/// TCP over the whole capture; the terms are those of Wireshark's User's Guide, "TCP Analysis".
package struct TCPSummary: Sendable {
  package var packets: UInt64 = 0
  package var connections: UInt64 = 0
  /// Connections whose handshake was completed.
  package var established: UInt64 = 0
  /// All segments that were sent again, the fast and the spurious ones included.
  package var retransmissions: UInt64 = 0
  package var fastRetransmissions: UInt64 = 0
  package var spuriousRetransmissions: UInt64 = 0
  package var outOfOrder: UInt64 = 0
  package var duplicateACKs: UInt64 = 0
  /// "Previous segment not captured".
  package var lostSegments: UInt64 = 0
  /// "ACKed segment that wasn't captured".
  package var ackedUnseenSegments: UInt64 = 0
  package var zeroWindows: UInt64 = 0
  package var zeroWindowProbes: UInt64 = 0
  package var zeroWindowProbeACKs: UInt64 = 0
  package var windowFull: UInt64 = 0
  package var windowUpdates: UInt64 = 0
  package var keepAlives: UInt64 = 0
  package var keepAliveACKs: UInt64 = 0
  /// Packets with the RST flag.
  package var resets: UInt64 = 0
  /// Of these, those that the client sent.
  package var resetsByClient: UInt64 = 0
  package var payloadBytes: UInt64 = 0
  /// Bytes of payload that had been sent before.
  package var retransmittedBytes: UInt64 = 0
  /// Blocks of selective acknowledgments (RFC 2018).
  package var sackBlocks: UInt64 = 0
  /// Packets by flag.
  package var flags = TCPFlagCounts()
  /// SYN to the ACK that ends the handshake.
  package var handshakeRTT = Quantiles()
  package var handshakeDistribution = DurationDistribution()
  /// Its halves: SYN to SYN-ACK, and SYN-ACK to ACK.
  package var handshakeToServer = Quantiles()
  package var handshakeToClient = Quantiles()
  /// Segments with payload to the ACKs of exactly their ends, by tcptrace's rules.
  package var dataRTT = Quantiles()
  /// Connections with most retransmissions, and those with the longest round trips.
  package var mostRetransmissions: [Conversation] = []
  package var slowest: [Conversation] = []
  /// Connections by Zeek's state.
  package var states: [ConnectionState: UInt64] = [:]

  package init() {}
}

/// How many packets had each TCP flag set.
package struct TCPFlagCounts: Equatable, Sendable {
  package var syn: UInt64 = 0
  package var synACK: UInt64 = 0
  package var fin: UInt64 = 0
  package var rst: UInt64 = 0
  package var psh: UInt64 = 0
  package var ack: UInt64 = 0
  package var urg: UInt64 = 0
  package var ece: UInt64 = 0
  package var cwr: UInt64 = 0

  package init() {}
}

/// The distribution of a duration, in nanoseconds; nil where nothing was measured.
package struct Quantiles: Equatable, Sendable {
  package var count: UInt64 = 0
  package var minimum: Int64?
  package var p50: Int64?
  package var p95: Int64?
  package var p99: Int64?
  package var maximum: Int64?

  package init() {}
}
