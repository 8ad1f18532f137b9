package import PacketDecoding

/// One source that tried several TCP ports of the same host in vain.
package struct PortSweep: Sendable {
  package var client: IPAddress
  package var server: IPAddress
  /// The most different ports within ``ScanSurvey/scanTime``.
  package var ports: Int
  package var packets: PacketNumbers
}
