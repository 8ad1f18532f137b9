import PacketDecoding

/// What both endpoints of a TCP connection sent, in detail.
///
/// Only what every segment changes: these records are many, and seldom in the cache.
struct TCPDetails: BitwiseCopyable, Sendable {
  var low: TCPStreamDetails
  var high: TCPStreamDetails
  /// Round trips of what each endpoint sent.
  var lowTrips = RoundTripTally()
  var highTrips = RoundTripTally()
  /// Place of its trouble, or -1.
  var trouble: Int32 = -1

  /// What the segments before the first of these details said.
  init(_ connection: TCPConnection, clientIsLow: Bool) {
    low = TCPStreamDetails(connection.low)
    high = TCPStreamDetails(connection.high)
    addHandshake(connection, clientIsLow: clientIsLow)
  }

  /// SYN and SYN-ACK are segments like others, if they were sent once.
  mutating func addHandshake(_ connection: TCPConnection, clientIsLow: Bool) {
    guard let halves = connection.handshakeHalves else { return }
    if !connection.low.marks.contains(.resentSYN) {
      lowTrips.add(clientIsLow ? halves.toServer : halves.toClient)
    }
    if !connection.high.marks.contains(.resentSYN) {
      highTrips.add(clientIsLow ? halves.toClient : halves.toServer)
    }
  }
}
