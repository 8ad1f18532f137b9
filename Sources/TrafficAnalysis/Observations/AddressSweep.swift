package import PacketDecoding

/// One source that tried the same TCP port of several hosts in vain.
package struct AddressSweep: Sendable {
  package var client: IPAddress
  package var port: UInt16
  /// The most different hosts within ``ScanSurvey/scanTime``.
  package var hosts: Int
  /// Packets that begin connections to hosts that were not tried before.
  package var packets: PacketNumbers
}
