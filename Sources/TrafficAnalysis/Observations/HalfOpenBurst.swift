package import PacketDecoding

/// Connections to one service, or to a host on many ports, that were begun and never completed.
package struct HalfOpenBurst: Sendable {
  package var server: IPAddress
  /// Nil if they are spread over the ports of the host.
  package var port: UInt16?
  /// The most within ``ScanSurvey/floodTime``.
  package var connections: Int
  /// Different sources of all of them.
  package var clients: Int
  package var packets: PacketNumbers
}
