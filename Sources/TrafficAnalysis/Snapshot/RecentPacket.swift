package import CaptureFormats

/// One line of the list of most recent packets.
package struct RecentPacket: Sendable {
  /// Number of the packet over all files of the run, from 1.
  package var number: UInt64
  package var time: Timestamp
  /// An IP address, else a MAC address, else "".
  package var source: String
  package var destination: String
  /// What a person calls the deepest layer, "TCP".
  package var protocolName: String
  /// Bytes on the wire.
  package var length: UInt32
  package var sourcePort: UInt16?
  package var destinationPort: UInt16?
  /// A few words about the packet, "[SYN] Seq=… Win=…"; may hold text from the packet.
  package var info: String
  /// True if ``info`` was read from a message, and so may hold text of the packet.
  package var isInfoOfMessage = false

  package init(number: UInt64, time: Timestamp, length: UInt32) {
    self.number = number
    self.time = time
    self.length = length
    source = ""
    destination = ""
    protocolName = ""
    info = ""
  }
}
