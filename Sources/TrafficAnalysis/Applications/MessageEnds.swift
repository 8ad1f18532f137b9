import PacketDecoding

/// From where to where a message went.
struct MessageEnds {
  var source: IPAddress
  var sourcePort: UInt16
  var destination: IPAddress
  var destinationPort: UInt16
  /// True for TCP.
  var isStream: Bool
  /// The number of the packet that ended the message.
  var number: UInt64

  @inline(__always)
  init(_ packet: borrowing DecodedPacket) {
    source = packet.source
    sourcePort = packet.sourcePort
    destination = packet.destination
    destinationPort = packet.destinationPort
    isStream = packet.transport.isTCP
    number = packet.number
  }

  /// Those of an answer.
  var reversed: MessageEnds {
    var copy = self
    (copy.source, copy.destination) = (destination, source)
    (copy.sourcePort, copy.destinationPort) = (destinationPort, sourcePort)
    return copy
  }

  init(_ flow: Flow, fromClient: Bool) {
    source = fromClient ? flow.client : flow.server
    sourcePort = fromClient ? flow.clientPort : flow.serverPort
    destination = fromClient ? flow.server : flow.client
    destinationPort = fromClient ? flow.serverPort : flow.clientPort
    isStream = flow.key.ipProtocol == 6
    number = flow.firstNumber
  }
}
