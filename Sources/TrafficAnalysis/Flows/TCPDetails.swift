import PacketDecoding

/// What both endpoints of a TCP connection sent.
struct TCPDetails: BitwiseCopyable, Sendable {
  var low = TCPStreamDetails()
  var high = TCPStreamDetails()

  /// Takes what the segments before the first of these details said.
  mutating func takeOver(_ connection: TCPConnection, clientIsLow: Bool) {
    low.takeOver(connection.low)
    high.takeOver(connection.high)
    addHandshake(connection, clientIsLow: clientIsLow)
  }

  /// SYN and SYN-ACK are segments like others, if they were sent once.
  mutating func addHandshake(_ connection: TCPConnection, clientIsLow: Bool) {
    guard let halves = connection.handshakeHalves else { return }
    if !connection.low.marks.contains(.resentSYN) {
      low.roundTrips.add(clientIsLow ? halves.toServer : halves.toClient)
    }
    if !connection.high.marks.contains(.resentSYN) {
      high.roundTrips.add(clientIsLow ? halves.toClient : halves.toServer)
    }
  }
}
