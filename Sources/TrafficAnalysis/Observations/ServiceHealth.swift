package import PacketDecoding

/// How connections to one TCP port of one host went.
package struct ServiceHealth: Sendable {
  package var server: IPAddress
  package var port: UInt16
  /// "http", where it was recognised.
  package var application: String?
  package var connections: UInt64 = 0
  /// Those whose handshake was completed.
  package var established: UInt64 = 0
  /// SYNs without an answer (Zeek's S0).
  package var unanswered: UInt64 = 0
  /// SYNs answered by a reset (Zeek's REJ).
  package var refused: UInt64 = 0
  /// Established, carried data, and reset by either side.
  package var resetAfterData: UInt64 = 0
  /// Different clients among the connections, up to ``clientLimit``.
  package var clients: Int = 0
  /// First packets of connections of these kinds.
  package var unansweredPackets = PacketNumbers()
  package var refusedPackets = PacketNumbers()
  package var resetPackets = PacketNumbers()
  /// SYN to ACK over all handshakes, in nanoseconds: how many were measured, their sum and the least.
  package var handshakes: UInt64 = 0
  package var handshakeSum: UInt64 = 0
  package var shortestHandshake: Int64 = .max
  /// Those that took ``slowHandshake`` or longer, and the first packets of their connections.
  package var slowHandshakes: UInt64 = 0
  package var slowPackets = PacketNumbers()
  /// Of the connections that got no answer, and of those refused: those of sources that scan.
  package var scannedUnanswered: UInt64 = 0
  package var scannedRefused: UInt64 = 0
  /// The most connections that were begun and not completed within a minute, where all ports of the host
  /// count if it was flooded as a whole.
  package var halfOpenBurst = 0

  package static let clientLimit = 64
  /// In nanoseconds; from there on people notice.
  package static let slowHandshake: Int64 = 200_000_000

  package init(server: IPAddress, port: UInt16) {
    self.server = server
    self.port = port
  }

  /// In nanoseconds; nil where none was measured.
  package var meanHandshake: Int64? {
    handshakes > 0 ? Int64(clamping: handshakeSum / handshakes) : nil
  }
}
