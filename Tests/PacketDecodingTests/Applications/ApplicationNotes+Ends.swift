import PacketDecoding

extension ApplicationNotes {
  /// Notes of a message between two ends, with the line for the list of packets.
  init(
    source: IPAddress, sourcePort: UInt16, destination: IPAddress, destinationPort: UInt16,
    time: Int64
  ) {
    self.init()
    begin(
      source: source, sourcePort: sourcePort, destination: destination,
      destinationPort: destinationPort, time: time, isTold: true)
  }
}
