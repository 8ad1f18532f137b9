package import PacketDecoding

/// One packet that shows something, and between whom it went.
package struct Sighting: BitwiseCopyable, Equatable, Sendable {
  /// The packet's number in the run, from 1.
  package var number: UInt64
  /// In nanoseconds since 1970.
  package var time: Int64
  package var source: IPAddress
  package var destination: IPAddress
  package var sourcePort: UInt16
  package var destinationPort: UInt16
  /// What the kind says it is; 0 where there is nothing more to say.
  package var detail: UInt32

  package init(
    number: UInt64, time: Int64, source: IPAddress, destination: IPAddress, sourcePort: UInt16 = 0,
    destinationPort: UInt16 = 0, detail: UInt32 = 0
  ) {
    self.number = number
    self.time = time
    self.source = source
    self.destination = destination
    self.sourcePort = sourcePort
    self.destinationPort = destinationPort
    self.detail = detail
  }

  /// True if it went from one of the two to the other.
  package func isBetween(_ one: IPAddress, _ other: IPAddress) -> Bool {
    source == one && destination == other || source == other && destination == one
  }

  /// True if one of its ends is `address` on `port`.
  package func concerns(_ address: IPAddress, port: UInt16) -> Bool {
    source == address && sourcePort == port || destination == address && destinationPort == port
  }
}
