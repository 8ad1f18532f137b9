package import PacketDecoding

/// What one host sent to another over TCP on one port of a service.
package struct PathHealth: Sendable {
  package var sender: IPAddress
  package var receiver: IPAddress
  /// The port of the service.
  package var port: UInt16
  /// True if the sender is the server.
  package var isFromServer: Bool
  package var packets: UInt64 = 0
  package var retransmissions: UInt64 = 0
  /// Of the receiver: how often it closed its window.
  package var zeroWindows: UInt64 = 0
  /// How often it did so anew in one connection, at most.
  package var mostClosings: UInt64 = 0
  /// The longest time that it stayed closed although the sender tried to send, in nanoseconds, and the
  /// segment that closed it.
  package var longestStall: Int64 = 0
  package var stallPacket: UInt64 = 0
  /// First packet of the first connection.
  package var firstPacket: UInt64 = 0

  package init(sender: IPAddress, receiver: IPAddress, port: UInt16, isFromServer: Bool) {
    self.sender = sender
    self.receiver = receiver
    self.port = port
    self.isFromServer = isFromServer
  }

  package var client: IPAddress { isFromServer ? receiver : sender }
  package var server: IPAddress { isFromServer ? sender : receiver }
}
